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

// Stores whose values one load may get: with more, waiting for the memory takes
// no longer than putting them together.
static constexpr size_t maxPieces = 4;

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
  const Stored *find(const Place &place, uint32_t low) const;
  Value *join(LoadInst &load, const Place &place) const;

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

// What was stored from that byte on, of those with the root of `place`.
const Stored *ForwardStores::find(const Place &place, uint32_t low) const {
  const Stored *found = find_if(contents, [&](const Stored &stored) {
    return stored.place.hasRootOf(place) && stored.place.low == low;
  });
  return found == contents.end() ? nullptr : found;
}

// Puts pieces together in the registers of vectors; null if they differ in size
// or are of bytes.
static Value *joinAsVector(ArrayRef<Value *> pieces, IRBuilder<> &builder) {
  Type *type = pieces.front()->getType();
  unsigned bits = type->getPrimitiveSizeInBits();
  if (bits < 32 || any_of(
                       pieces,
                       [&](Value *piece) {
                         return piece->getType()->getPrimitiveSizeInBits() !=
                                bits;
                       }))
    return nullptr;
  Value *joined =
      PoisonValue::get(FixedVectorType::get(type, unsigned(pieces.size())));
  for (auto [i, piece] : enumerate(pieces))
    joined = builder.CreateInsertElement(
        joined, builder.CreateBitCast(piece, type), uint64_t(i));
  return joined;
}

// The same of any sizes, 8 bytes at most together.
static Value *joinAsInteger(ArrayRef<Value *> pieces, unsigned bits,
                            IRBuilder<> &builder) {
  Type *type = builder.getIntNTy(bits);
  Value *joined = nullptr;
  unsigned at = 0;
  for (Value *piece : pieces) {
    unsigned width = unsigned(piece->getType()->getPrimitiveSizeInBits());
    Value *part = builder.CreateZExt(
        builder.CreateBitCast(piece, builder.getIntNTy(width)), type);
    joined =
        joined ? builder.CreateOr(joined, builder.CreateShl(part, at)) : part;
    at += width;
  }
  return joined;
}

// What the load gives, of values that were stored one beside the other, or
// null.
Value *ForwardStores::join(LoadInst &load, const Place &place) const {
  SmallVector<Value *, maxPieces> pieces;
  bool hasFloats = false;
  for (uint32_t done = 0; done != place.bytes;) {
    const Stored *stored = find(place, place.low + done);
    if (!stored || stored->place.bytes > place.bytes - done ||
        pieces.size() == maxPieces)
      return nullptr;
    Type *type = stored->value->getType();
    if (type->isVectorTy())
      return nullptr;
    hasFloats |= type->isFloatingPointTy();
    pieces.push_back(stored->value);
    done += stored->place.bytes;
  }
  IRBuilder<> builder(&load);
  Value *joined = nullptr;
  if (hasFloats || place.bytes == 16)
    joined = joinAsVector(pieces, builder);
  else if (place.bytes <= 8)
    joined = joinAsInteger(pieces, place.bytes * 8, builder);
  return joined ? builder.CreateBitCast(joined, load.getType()) : nullptr;
}

void ForwardStores::forward(LoadInst &load) {
  if (!heapPointer(load) || contents.empty())
    return;
  Type *type = load.getType();
  std::optional<Place> place = reader.read(load.getPointerOperand(), type);
  if (!place || place->isVariable)
    return;
  const Stored *stored = find(*place, place->low);
  // With a larger offset, the index may be one that wraps.
  if (!stored || place->offset < 0 ||
      place->offset > std::max<int64_t>(stored->place.offset, 0))
    return;
  Value *value = nullptr;
  if (CastInst::isBitCastable(stored->value->getType(), type))
    value = IRBuilder<>(&load).CreateBitCast(stored->value, type);
  else
    value = join(load, *place);
  if (!value)
    return;
  load.replaceAllUsesWith(value);
  forwarded.push_back(&load);
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
