// Fetches ahead what a ring of values will lead to; see the header.

#include "PrefetchRings.h"
#include "HeapAccess.h"
#include "PassResult.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Support/KnownBits.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

// In bytes. What was fetched must still be in the cache when its turn comes.
static constexpr uint64_t maxRing = 256;
static constexpr int64_t cacheLine = 64;
// What is fetched of one row of a table.
static constexpr int64_t maxRow = 2 * cacheLine;
// Parts of an address below that are no table worth fetching, in bytes.
static constexpr uint64_t maxSpread = 4096;
// Uses of a value or a place that are looked at.
static constexpr size_t maxUses = 128;

namespace {

// Addresses: base + root + first <= address < base + root + end.
struct Span {
  Value *base = nullptr; // of HeapAddress
  Value *root = nullptr; // i32; null: 0
  int64_t first = 0, end = 0;
};

class Ring {
public:
  Ring(LoadInst &taken, StoreInst &put, const DominatorTree &dominators,
       const DataLayout &layout, uint64_t memoryBase)
      : taken(taken), put(put), dominators(dominators), layout(layout),
        memoryBase(memoryBase) {}
  bool visit();

private:
  void addRow(Instruction &access);
  Value *ofValuePut(Value *value, IRBuilder<> &builder);
  bool fetch(const Span &row);

  LoadInst &taken;
  StoreInst &put;
  const DominatorTree &dominators;
  const DataLayout &layout;
  uint64_t memoryBase;
  SmallSetVector<Value *, 32> fromTaken; // computed from what was taken
  SmallVector<Instruction *, 8> copies;  // made by ofValuePut
  SmallMapVector<std::pair<Value *, Value *>, Span, 4> rows; // by base and root
};

} // namespace

static uint64_t maximum(Value *value, const DataLayout &layout) {
  return computeKnownBits(value, layout).getMaxValue().getLimitedValue();
}

// Takes apart sums; what has few values makes the span longer.
static std::optional<Span> spanOf(Instruction &access, const DataLayout &layout,
                                  uint64_t memoryBase) {
  HeapAddress address;
  Value *pointer = heapPointer(access);
  if (!pointer || !matchHeapAddress(pointer, layout, memoryBase, address))
    return std::nullopt;
  int64_t bytes = layout.getTypeStoreSize(getLoadStoreType(&access));
  Span span{address.base, address.index, address.offset,
            address.offset + bytes};
  auto isDropped = [&](Value *part) {
    if (auto *constant = dyn_cast<ConstantInt>(part)) {
      span.first += constant->getSExtValue();
      span.end += constant->getSExtValue();
      return true;
    }
    uint64_t most = maximum(part, layout);
    if (most >= maxSpread)
      return false;
    span.end += most;
    return true;
  };
  Value *left, *right;
  while (match(span.root, m_AddLike(m_Value(left), m_Value(right)))) {
    if (isDropped(right))
      span.root = left;
    else if (isDropped(left))
      span.root = right;
    else
      return span;
  }
  if (isDropped(span.root))
    span.root = nullptr;
  return span;
}

// Whether the place is one of few, next to each other.
static bool isOfRing(StoreInst &put, const DataLayout &layout,
                     uint64_t memoryBase) {
  std::optional<Span> span = spanOf(put, layout, memoryBase);
  int64_t bytes = layout.getTypeStoreSize(put.getValueOperand()->getType());
  return span && span->end - span->first > bytes &&
         span->end - span->first <= int64_t(maxRing);
}

void Ring::addRow(Instruction &access) {
  std::optional<Span> span = spanOf(access, layout, memoryBase);
  if (!span || !span->root || !fromTaken.contains(span->root))
    return;
  Span &row = rows.insert({{span->base, span->root}, *span}).first->second;
  row.first = std::min(row.first, span->first);
  row.end = std::max(row.end, span->end);
}

// What is computed from a value, and the accesses at addresses among it.
static SmallVector<Instruction *, 16>
accessesThrough(Value *value, SmallSetVector<Value *, 32> &computed) {
  SmallVector<Instruction *, 16> accesses;
  computed.insert(value);
  for (size_t i = 0; i < computed.size() && computed.size() < maxUses; ++i)
    for (User *user : computed[i]->users()) {
      if (isa<BinaryOperator, CastInst, GetElementPtrInst>(user))
        computed.insert(user);
      else if (getLoadStorePointerOperand(user) == computed[i])
        accesses.push_back(cast<Instruction>(user));
    }
  return accesses;
}

// What the value would be, had the one put in been taken out. Null if it needs
// more than arithmetic and what is there at the store.
Value *Ring::ofValuePut(Value *value, IRBuilder<> &builder) {
  if (value == &taken)
    return put.getValueOperand();
  if (!fromTaken.contains(value))
    return dominators.dominates(value, &put) ? value : nullptr;
  auto *instruction = cast<Instruction>(value);
  if (instruction->isIntDivRem() || // may trap
      !isa<BinaryOperator, TruncInst, ZExtInst, SExtInst>(instruction))
    return nullptr;
  SmallVector<Value *, 2> operands;
  for (Value *operand : instruction->operands()) {
    operands.push_back(ofValuePut(operand, builder));
    if (!operands.back())
      return nullptr;
  }
  Instruction *copy = instruction->clone();
  for (auto [index, operand] : enumerate(operands))
    copy->setOperand(index, operand);
  copy->dropPoisonGeneratingFlags();
  copies.push_back(copy);
  return builder.Insert(copy);
}

bool Ring::fetch(const Span &row) {
  if (row.end - row.first > maxRow ||
      (row.base && !dominators.dominates(row.base, &put)))
    return false;
  IRBuilder<> builder(put.getNextNode());
  Value *root = ofValuePut(row.root, builder);
  if (!root) {
    for (Instruction *copy : reverse(copies))
      copy->eraseFromParent();
    copies.clear();
    return false;
  }
  copies.clear();
  Value *base = row.base ? row.base
                         : builder.CreateIntToPtr(builder.getInt64(memoryBase),
                                                  builder.getPtrTy());
  Value *start = builder.CreatePtrAdd(
      base, builder.CreateZExt(root, builder.getInt64Ty()));
  for (int64_t at = row.first; at < row.end; at += cacheLine)
    builder.CreateIntrinsic(
        Intrinsic::prefetch, {builder.getPtrTy()},
        {builder.CreatePtrAdd(start, builder.getInt64(at)),
         /*write=*/builder.getInt32(0), /*locality: all caches=*/
         builder.getInt32(3), /*data=*/builder.getInt32(1)});
  return true;
}

bool Ring::visit() {
  for (Instruction *access : accessesThrough(&taken, fromTaken))
    addRow(*access);
  // A value that comes from the one taken out, such as a cursor that moves on,
  // is near it; and where the program uses it at once, there is no ahead.
  Value *value = put.getValueOperand();
  SmallSetVector<Value *, 32> fromPut;
  if (rows.empty() || fromTaken.contains(value) || isa<Constant>(value) ||
      !accessesThrough(value, fromPut).empty())
    return false;
  bool changed = false;
  for (auto &[key, row] : rows)
    changed |= fetch(row);
  return changed;
}

// The load of the same block that takes what the store replaces.
static LoadInst *loadOfReplaced(StoreInst &put) {
  Value *pointer = put.getPointerOperand();
  if (pointer->hasNUsesOrMore(maxUses)) // bounds the time
    return nullptr;
  for (User *user : pointer->users())
    if (auto *load = dyn_cast<LoadInst>(user);
        load && load->getType() == put.getValueOperand()->getType() &&
        load->getParent() == put.getParent() && load->comesBefore(&put))
      return load;
  return nullptr;
}

PreservedAnalyses PrefetchRingsPass::run(Function &function,
                                         FunctionAnalysisManager &analyses) {
  const DataLayout &layout = function.getParent()->getDataLayout();
  SmallVector<std::pair<LoadInst *, StoreInst *>, 8> exchanges;
  for (Instruction &instruction : instructions(function)) {
    auto *put = dyn_cast<StoreInst>(&instruction);
    if (!put || !put->getValueOperand()->getType()->isIntegerTy(32) ||
        !isOfRing(*put, layout, memoryBase))
      continue;
    if (LoadInst *taken = loadOfReplaced(*put))
      exchanges.push_back({taken, put});
  }
  if (exchanges.empty())
    return PreservedAnalyses::all();
  auto &dominators = analyses.getResult<DominatorTreeAnalysis>(function);
  bool changed = false;
  for (auto [taken, put] : exchanges)
    changed |= Ring(*taken, *put, dominators, layout, memoryBase).visit();
  return preservedIf(changed);
}

} // namespace wasmc
