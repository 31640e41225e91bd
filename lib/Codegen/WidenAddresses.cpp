// Gives loops over linear memory 64-bit pointers; the header has the proof.

#include "WidenAddresses.h"
#include "HeapAccess.h"
#include "PassResult.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

using namespace llvm;

namespace wasmc {

namespace {

// A load or store whose index steps by a constant.
struct Access {
  Instruction *instruction;
  HeapAddress address;
  const SCEVAddRecExpr *index;
  bool everyIteration; // before the loop goes round
};

// Accesses of one memory by the same step, a constant distance apart.
struct AddressClass {
  SmallVector<Access, 8> accesses;
};

class LoopWidener {
public:
  LoopWidener(Loop &loop, ScalarEvolution &evolution, DominatorTree &dominators,
              uint64_t memoryBase)
      : loop(loop), evolution(evolution), dominators(dominators),
        layout(loop.getHeader()->getModule()->getDataLayout()),
        memoryBase(memoryBase) {}
  bool run();

private:
  void collect();
  void add(Instruction &instruction, Value *pointer);
  const Access *chooseRoot(ArrayRef<Access> group) const;
  bool isCovered(const Access &access, const Access &root) const;
  std::optional<int64_t> distance(const Access &from, const Access &to) const;
  bool rewrite(AddressClass &group);
  bool rewriteFrom(const Access &root, ArrayRef<Access> covered);
  PHINode *counter(int64_t step);
  bool hasRelationalExits() const;
  BinaryOperator *increment(PHINode &phi) const;
  void boundIndices(const Access &root);
  void boundCounter(PHINode &phi, int64_t iterations);
  int64_t mostIterations() const;
  void boundCounters();
  void countToEnd();
  bool countToConstant();

  Loop &loop;
  ScalarEvolution &evolution;
  DominatorTree &dominators;
  const DataLayout &layout;
  uint64_t memoryBase;
  SmallVector<AddressClass, 8> classes;
  SmallMapVector<int64_t, PHINode *, 4> counters;
};

} // namespace

static int64_t stepOf(const SCEVAddRecExpr *index, ScalarEvolution &evolution) {
  auto *step = dyn_cast<SCEVConstant>(index->getStepRecurrence(evolution));
  return step ? step->getAPInt().getSExtValue() : 0;
}

// How far `to` is above `from`, if that is a constant.
std::optional<int64_t> LoopWidener::distance(const Access &from,
                                             const Access &to) const {
  auto *difference =
      dyn_cast<SCEVConstant>(evolution.getMinusSCEV(to.index, from.index));
  if (!difference)
    return std::nullopt;
  return difference->getAPInt().getSExtValue();
}

void LoopWidener::add(Instruction &instruction, Value *pointer) {
  HeapAddress address;
  if (!matchHeapAddress(pointer, layout, memoryBase, address) ||
      (address.base && !loop.isLoopInvariant(address.base)))
    return;
  auto *index = dyn_cast<SCEVAddRecExpr>(evolution.getSCEV(address.index));
  if (!index || index->getLoop() != &loop || !index->isAffine())
    return;
  int64_t step = stepOf(index, evolution);
  if (step == 0 || std::abs(step) > cappedMemoryMargin)
    return;
  bool everyIteration =
      dominators.dominates(instruction.getParent(), loop.getLoopLatch());
  Access access = {&instruction, address, index, everyIteration};
  for (AddressClass &group : classes) {
    const Access &first = group.accesses.front();
    if (first.address.base == address.base &&
        stepOf(first.index, evolution) == step && distance(first, access)) {
      group.accesses.push_back(access);
      return;
    }
  }
  classes.push_back({{access}});
}

void LoopWidener::collect() {
  for (BasicBlock *block : loop.blocks())
    for (Instruction &instruction : *block)
      if (Value *pointer = heapPointer(instruction))
        add(instruction, pointer);
}

// Whether nothing between them can leave the function or wait for ever.
static bool areOneRun(const Instruction *first, const Instruction *second) {
  if (second->comesBefore(first))
    std::swap(first, second);
  for (; first != second; first = first->getNextNode())
    if (isa<CallBase>(first) &&
        !isGuaranteedToTransferExecutionToSuccessor(first))
      return false;
  return true;
}

// Whether `access` goes where it went, if `root` is what proves that nothing
// wraps.
bool LoopWidener::isCovered(const Access &access, const Access &root) const {
  std::optional<int64_t> above = distance(root, access);
  if (!above || *above < 0 || *above > cappedMemoryMargin)
    return false;
  const Instruction *first = root.instruction, *second = access.instruction;
  if (first->getParent() == second->getParent())
    return areOneRun(first, second);
  return dominators.dominates(first, second);
}

// The access of every iteration that covers most.
const Access *LoopWidener::chooseRoot(ArrayRef<Access> group) const {
  const Access *best = nullptr;
  unsigned most = 0;
  for (const Access &root : group) {
    bool stepsDown = stepOf(root.index, evolution) < 0;
    if (!root.everyIteration || (stepsDown && root.address.offset != 0))
      continue;
    unsigned covered = count_if(
        group, [&](const Access &access) { return isCovered(access, root); });
    if (covered > most) {
      best = &root;
      most = covered;
    }
  }
  return best;
}

// An i64 that counts from 0 by `step`.
PHINode *LoopWidener::counter(int64_t step) {
  PHINode *&phi = counters[step];
  if (phi)
    return phi;
  BasicBlock *latch = loop.getLoopLatch();
  IRBuilder<> builder(&loop.getHeader()->front());
  phi = builder.CreatePHI(builder.getInt64Ty(), 2, "offset");
  builder.SetInsertPoint(latch->getTerminator());
  Value *next = builder.CreateAdd(phi, builder.getInt64(step), "offset.next",
                                  /*HasNUW=*/step > 0, /*HasNSW=*/true);
  phi->addIncoming(builder.getInt64(0), loop.getLoopPreheader());
  phi->addIncoming(next, latch);
  return phi;
}

bool LoopWidener::rewriteFrom(const Access &root, ArrayRef<Access> covered) {
  const SCEV *start = root.index->getStart();
  Instruction *before = loop.getLoopPreheader()->getTerminator();
  SCEVExpander expander(evolution, layout, "start");
  if (!expander.isSafeToExpandAt(start, before))
    return false;

  IRBuilder<> builder(before);
  Type *i64 = builder.getInt64Ty();
  Value *first = builder.CreateZExt(
      expander.expandCodeFor(start, builder.getInt32Ty(), before), i64);
  Value *base = root.address.base
                    ? builder.CreatePtrToInt(root.address.base, i64)
                    : builder.getInt64(memoryBase);
  Value *pointer = builder.CreateIntToPtr(builder.CreateAdd(base, first),
                                          builder.getPtrTy(), "root");
  PHINode *offset = counter(stepOf(root.index, evolution));
  for (const Access &access : covered) {
    builder.SetInsertPoint(access.instruction);
    int64_t displacement = *distance(root, access) + access.address.offset;
    Value *address = builder.CreateInBoundsPtrAdd(pointer, offset);
    if (displacement)
      address =
          builder.CreateInBoundsPtrAdd(address, builder.getInt64(displacement));
    replaceHeapPointer(*access.instruction, address);
  }
  return true;
}

// What one access does not cover, because it is too far away, gets a root of
// its own if it can.
bool LoopWidener::rewrite(AddressClass &group) {
  bool changed = false;
  while (const Access *chosen = chooseRoot(group.accesses)) {
    Access root = *chosen; // accesses move
    auto covered = std::stable_partition(
        group.accesses.begin(), group.accesses.end(),
        [&](const Access &access) { return !isCovered(access, root); });
    if (hasRelationalExits())
      boundIndices(root);
    changed |=
        rewriteFrom(root, ArrayRef<Access>(covered, group.accesses.end()));
    group.accesses.erase(covered, group.accesses.end());
  }
  return changed;
}

// Whether all exits are of the kind `i < n`. With `i != n` the end may be
// missed: the loop then goes on until it traps, and LLVM, told that `i` does
// not wrap, would take the end for met.
bool LoopWidener::hasRelationalExits() const {
  SmallVector<BasicBlock *, 4> exiting;
  loop.getExitingBlocks(exiting);
  return all_of(exiting, [](const BasicBlock *block) {
    auto *branch = dyn_cast<BranchInst>(block->getTerminator());
    auto *compare =
        branch ? dyn_cast<ICmpInst>(branch->getCondition()) : nullptr;
    return compare && compare->isRelational();
  });
}

// The addition that steps an i32 of the module's own by a constant.
BinaryOperator *LoopWidener::increment(PHINode &phi) const {
  auto *next = dyn_cast<BinaryOperator>(
      phi.getIncomingValueForBlock(loop.getLoopLatch()));
  bool steps = phi.getType()->isIntegerTy(32) && next &&
               next->getOpcode() == Instruction::Add &&
               next->getOperand(0) == &phi &&
               isa<ConstantInt>(next->getOperand(1));
  return steps ? next : nullptr;
}

// Says of an index that steps with the root, at or above it, that it does not
// wrap. LLVM finds no trip count of `p += 4; p < end` else.
void LoopWidener::boundIndices(const Access &root) {
  int64_t step = stepOf(root.index, evolution);
  for (PHINode &phi : loop.getHeader()->phis()) {
    BinaryOperator *next = increment(phi);
    if (!next)
      continue;
    auto *above = dyn_cast<SCEVConstant>(
        evolution.getMinusSCEV(evolution.getSCEV(&phi), root.index));
    if (!above)
      continue;
    // It may step before the access of the same iteration.
    int64_t distance = above->getAPInt().getSExtValue();
    if (step > 0 && distance >= 0 && distance + 2 * step <= cappedMemoryMargin)
      next->setHasNoUnsignedWrap();
  }
}

// Says of a counter that it does not wrap, if not even `iterations` make it.
void LoopWidener::boundCounter(PHINode &phi, int64_t iterations) {
  BinaryOperator *next = increment(phi);
  if (!next)
    return;
  const SCEV *start =
      evolution.getSCEV(phi.getIncomingValueForBlock(loop.getLoopPreheader()));
  int64_t step = cast<ConstantInt>(next->getOperand(1))->getSExtValue();
  int64_t way = step * iterations;
  ConstantRange first = evolution.getSignedRange(start);
  if (first.getSignedMin().getSExtValue() + way >= INT32_MIN &&
      first.getSignedMax().getSExtValue() + way <= INT32_MAX)
    next->setHasNoSignedWrap();
  uint64_t most = evolution.getUnsignedRangeMax(start).getZExtValue();
  if (step > 0 && most + way <= UINT32_MAX)
    next->setHasNoUnsignedWrap();
}

// Of the loop, before it traps; 0 if no access bounds them. Two more than fit
// in: the access of the last one traps, maybe after it has counted.
int64_t LoopWidener::mostIterations() const {
  int64_t fastest = 0;
  for (const auto &entry : counters)
    fastest = std::max(fastest, std::abs(entry.first));
  if (fastest == 0)
    return 0;
  return ((int64_t(1) << 32) - cappedMemoryMargin) / fastest + 2;
}

void LoopWidener::boundCounters() {
  int64_t iterations = mostIterations();
  for (PHINode &phi : loop.getHeader()->phis())
    boundCounter(phi, iterations);
}

// Counts in 64 bits to a constant end, of which a 32-bit counter is only the
// low half: then the loop needs no other, and no instruction to cut it.
bool LoopWidener::countToConstant() {
  BasicBlock *latch = loop.getLoopLatch();
  auto *branch = dyn_cast<BranchInst>(latch->getTerminator());
  auto *compare = branch && branch->isConditional()
                      ? dyn_cast<ICmpInst>(branch->getCondition())
                      : nullptr;
  if (!compare || !compare->isEquality() || !compare->hasOneUse() ||
      !compare->getOperand(0)->getType()->isIntegerTy(32))
    return false;
  bool leavesIfTrue = !loop.contains(branch->getSuccessor(0));
  if (leavesIfTrue != (compare->getPredicate() == ICmpInst::ICMP_EQ))
    return false;
  auto *rounds = dyn_cast<SCEVConstant>(evolution.getExitCount(&loop, latch));
  auto up =
      find_if(counters, [](const auto &entry) { return entry.first > 0; });
  if (!rounds || up == counters.end())
    return false;
  uint64_t count = rounds->getAPInt().getZExtValue() + 1; // of 2^32 at most
  IRBuilder<> builder(branch);
  branch->setCondition(builder.CreateICmp(
      compare->getPredicate(), up->second->getIncomingValueForBlock(latch),
      builder.getInt64(count * uint64_t(up->first))));
  compare->eraseFromParent();
  return true;
}

// Counts in 64 bits to an end that a counter of the module's own meets exactly
// or misses for ever: then the loop goes on until it traps, which it does
// before a counter comes round.
void LoopWidener::countToEnd() {
  // Beyond what any counter gets to, and a multiple of each step.
  constexpr int64_t never = int64_t(1) << 33;
  BasicBlock *latch = loop.getLoopLatch();
  auto *branch = dyn_cast<BranchInst>(latch->getTerminator());
  if (loop.getExitingBlock() != latch || !branch || !branch->isConditional() ||
      !isa<SCEVCouldNotCompute>(evolution.getBackedgeTakenCount(&loop)))
    return;
  auto *compare = dyn_cast<ICmpInst>(branch->getCondition());
  if (!compare || !compare->isEquality() || !compare->hasOneUse() ||
      !loop.isLoopInvariant(compare->getOperand(1)))
    return;
  for (PHINode &phi : loop.getHeader()->phis()) {
    BinaryOperator *next = increment(phi);
    if (!next || next != compare->getOperand(0))
      continue;
    int64_t step = cast<ConstantInt>(next->getOperand(1))->getSExtValue();
    int64_t way = std::abs(step);
    if (!isPowerOf2_64(way) || way * mostIterations() > UINT32_MAX)
      return;
    BasicBlock *preheader = loop.getLoopPreheader();
    IRBuilder<> builder(preheader->getTerminator());
    Value *start = phi.getIncomingValueForBlock(preheader);
    Value *end = compare->getOperand(1);
    Value *distance = step > 0 ? builder.CreateSub(end, start)
                               : builder.CreateSub(start, end);
    Value *isMissed =
        builder.CreateOr(builder.CreateIsNotNull(builder.CreateAnd(
                             distance, builder.getInt32(way - 1))),
                         builder.CreateIsNull(distance));
    Value *last = builder.CreateSelect(
        isMissed, builder.getInt64(never),
        builder.CreateZExt(distance, builder.getInt64Ty()), "last");
    PHINode *count = counter(way);
    builder.SetInsertPoint(branch);
    branch->setCondition(builder.CreateICmp(
        compare->getPredicate(), count->getIncomingValueForBlock(latch), last));
    compare->eraseFromParent();
    return;
  }
}

bool LoopWidener::run() {
  collect();
  bool changed = false;
  for (AddressClass &group : classes)
    changed |= rewrite(group);
  if (counters.empty())
    return changed;
  if (hasRelationalExits())
    boundCounters();
  else if (!countToConstant())
    countToEnd();
  if (changed)
    evolution.forgetLoop(&loop);
  return changed;
}

PreservedAnalyses WidenAddressesPass::run(Function &function,
                                          FunctionAnalysisManager &analyses) {
  if (!function.hasFnAttribute(cappedMemoryAttribute))
    return PreservedAnalyses::all();
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  if (loops.empty())
    return PreservedAnalyses::all();
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  auto &dominators = analyses.getResult<DominatorTreeAnalysis>(function);
  bool changed = false;
  for (Loop *loop : loops.getLoopsInPreorder())
    if (loop->isInnermost() && loop->isLoopSimplifyForm())
      changed |= LoopWidener(*loop, evolution, dominators, memoryBase).run();
  return preservedIf(changed);
}

} // namespace wasmc
