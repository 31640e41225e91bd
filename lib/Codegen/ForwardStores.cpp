// Gives loads what was stored to their place before; the header has the proof.

#include "ForwardStores.h"
#include "HeapAccess.h"
#include "HeapPlaces.h"
#include "PassResult.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace wasmc {

// Stores that are remembered in a block, and of those in the blocks after it:
// bounds for the time and the memory.
static constexpr size_t maxRemembered = 1024;
static constexpr size_t maxInherited = 32;

namespace {

// What is in memory at a point of the function, as far as one root tells.
struct Stored {
  Place place;
  Value *value;
};
using Contents = SmallVector<Stored, 16>;

class ForwardStores {
public:
  explicit ForwardStores(PlaceReader reader) : reader(reader) {}
  bool run(Function &function);

private:
  void visit(Instruction &instruction);
  void remember(StoreInst &store);
  void forward(LoadInst &load);

  PlaceReader reader;
  Contents contents;
  SmallVector<LoadInst *, 32> forwarded;
};

} // namespace

// Several may be in one place only if it is variable, and those are not
// remembered.
void ForwardStores::remember(StoreInst &store) {
  Value *value = store.getValueOperand();
  if (isOfState(store))
    return;
  std::optional<Place> place =
      store.isSimple() && heapPointer(store)
          ? reader.read(store.getPointerOperand(), value->getType())
          : std::nullopt;
  if (!place) {
    contents.clear();
    return;
  }
  erase_if(contents, [&](const Stored &stored) {
    return !stored.place.hasRootOf(*place) || stored.place.meets(*place);
  });
  if (!place->isVariable && contents.size() < maxRemembered)
    contents.push_back({*place, value});
}

void ForwardStores::forward(LoadInst &load) {
  if (!heapPointer(load) || contents.empty())
    return;
  Type *type = load.getType();
  std::optional<Place> place = reader.read(load.getPointerOperand(), type);
  if (!place || place->isVariable)
    return;
  for (const Stored &stored : contents) {
    if (!stored.place.hasRootOf(*place) || stored.place.low != place->low)
      continue;
    // With a larger offset, the index may be one that wraps.
    Type *storedType = stored.value->getType();
    if (place->offset < 0 ||
        place->offset > std::max<int64_t>(stored.place.offset, 0) ||
        !CastInst::isBitCastable(storedType, type))
      return;
    load.replaceAllUsesWith(
        IRBuilder<>(&load).CreateBitCast(stored.value, type));
    forwarded.push_back(&load);
    return;
  }
}

void ForwardStores::visit(Instruction &instruction) {
  if (auto *load = dyn_cast<LoadInst>(&instruction); load && !load->isAtomic())
    forward(*load);
  else if (auto *store = dyn_cast<StoreInst>(&instruction))
    remember(*store);
  else if (instruction.mayWriteToMemory())
    contents.clear();
}

bool ForwardStores::run(Function &function) {
  // What was stored last when blocks end.
  DenseMap<const BasicBlock *, Contents> ends;
  for (BasicBlock *block : ReversePostOrderTraversal<Function *>(&function)) {
    contents.clear();
    if (const BasicBlock *before = block->getSinglePredecessor())
      if (auto known = ends.find(before); known != ends.end())
        contents = known->second;
    for (Instruction &instruction : *block)
      visit(instruction);
    bool isNeeded = any_of(successors(block), [](const BasicBlock *next) {
      return next->getSinglePredecessor();
    });
    if (isNeeded && !contents.empty())
      ends[block].assign(contents.end() -
                             std::min(contents.size(), maxInherited),
                         contents.end());
  }
  for (LoadInst *load : forwarded)
    load->eraseFromParent();
  return !forwarded.empty();
}

PreservedAnalyses ForwardStoresPass::run(Function &function,
                                         FunctionAnalysisManager &analyses) {
  if (!function.hasFnAttribute(cappedMemoryAttribute))
    return PreservedAnalyses::all();
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  PlaceReader reader(evolution, function.getParent()->getDataLayout(),
                     memoryBase);
  return preservedIf(ForwardStores(reader).run(function));
}

} // namespace wasmc
