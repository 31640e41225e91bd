// Gives loads what was stored to their place before; the header has the proof.

#include "ForwardStores.h"
#include "HeapAccess.h"
#include "PassResult.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

// Stores that are remembered, and the bytes that a variable part spans: bounds
// for the time, and for what is of use.
static constexpr size_t maxRemembered = 1024;
static constexpr uint64_t maxSpan = 1 << 20;

namespace {

// Bytes of linear memory, as residues modulo 2^32 above those of a root.
struct Place {
  Value *base = nullptr; // of the memory, as in HeapAddress
  Value *root = nullptr; // i32, or null: zero
  uint32_t low = 0;
  uint32_t bytes = 0; // from there on; with the variable parts
  int64_t offset = 0; // what is added to the i32 index
  bool isVariable = false;

  bool hasRootOf(const Place &other) const {
    return base == other.base && root == other.root;
  }
  bool meets(const Place &other) const {
    return other.low - low < bytes || low - other.low < other.bytes;
  }
};

// Takes pointers apart.
class PlaceReader {
public:
  PlaceReader(ScalarEvolution &evolution, const DataLayout &layout,
              uint64_t memoryBase)
      : evolution(evolution), layout(layout), memoryBase(memoryBase) {}
  std::optional<Place> read(Value *pointer, Type *type);

private:
  bool addPointer(Value *pointer);
  bool addInteger(Value *value);
  void addIndex(Value *index);
  bool addVariable(const ConstantRange &range);
  bool addSmall(Value *term);

  ScalarEvolution &evolution;
  const DataLayout &layout;
  uint64_t memoryBase;
  Place place;
};

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

bool PlaceReader::addVariable(const ConstantRange &range) {
  APInt span = range.getSignedMax() - range.getSignedMin();
  if (span.uge(maxSpan))
    return false;
  place.low += uint32_t(range.getSignedMin().getSExtValue());
  place.bytes += uint32_t(span.getZExtValue());
  place.isVariable = true;
  return true;
}

// A part that is never large.
bool PlaceReader::addSmall(Value *term) {
  return !isa<Constant>(term) &&
         addVariable(evolution.getSignedRange(evolution.getSCEV(term)));
}

void PlaceReader::addIndex(Value *index) {
  Value *left, *right;
  const APInt *constant;
  for (;;) {
    if (match(index, m_Add(m_Value(left), m_APInt(constant)))) {
      place.low += uint32_t(constant->getZExtValue());
      index = left;
    } else if (!match(index, m_Add(m_Value(left), m_Value(right)))) {
      break;
    } else if (addSmall(right)) {
      index = left;
    } else if (addSmall(left)) {
      index = right;
    } else {
      break;
    }
  }
  place.root = index;
}

bool PlaceReader::addInteger(Value *value) {
  Value *left, *right;
  if (auto *constant = dyn_cast<ConstantInt>(value)) {
    place.offset += constant->getSExtValue();
    return true;
  }
  if (match(value, m_Add(m_Value(left), m_Value(right))))
    return addInteger(left) && addInteger(right);
  if (match(value, m_PtrToInt(m_Value(left))))
    return addPointer(left);
  if (addSmall(value))
    return true;
  if (place.root || !match(value, m_ZExt(m_Value(left))) ||
      !left->getType()->isIntegerTy(32))
    return false;
  addIndex(left);
  return true;
}

bool PlaceReader::addPointer(Value *pointer) {
  while (auto *gep = dyn_cast<GEPOperator>(pointer)) {
    APInt constant(64, 0);
    if (gep->accumulateConstantOffset(layout, constant))
      place.offset += constant.getSExtValue();
    else if (gep->getNumIndices() != 1 ||
             !gep->getSourceElementType()->isIntegerTy(8) ||
             !addInteger(gep->getOperand(1)))
      return false;
    pointer = gep->getPointerOperand();
  }
  if (auto *integer = dyn_cast<Operator>(pointer);
      integer && integer->getOpcode() == Instruction::IntToPtr)
    return addInteger(integer->getOperand(0));
  if (place.base)
    return false;
  place.base = pointer;
  return true;
}

std::optional<Place> PlaceReader::read(Value *pointer, Type *type) {
  place = Place();
  place.bytes = uint32_t(layout.getTypeStoreSize(type));
  if (!addPointer(pointer))
    return std::nullopt;
  if (!place.base)
    place.offset -= int64_t(memoryBase);
  place.low += uint32_t(place.offset);
  return place;
}

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
  // At the ends of blocks.
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
      ends[block] = contents;
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
