// Gives every instruction of an interpreter a jump to the next of its own; the
// header has the reason. No computation is moved or copied here, only jumps
// lead past blocks that would lead to the same place.

#include "ThreadDispatch.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/DomTreeUpdater.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/KnownBits.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace wasmc {

// Fewer cases are no interpreter's.
static constexpr unsigned minCases = 24;
static constexpr uint64_t maxValues = 256;
// The back end copies blocks of up to 20 instructions, and the edges of the
// graph grow with the product of jumps and cases.
static constexpr ptrdiff_t maxInstructions = 16;
static constexpr unsigned maxPredecessors = 512;
// Fewer jumps are predicted well enough by one.
static constexpr unsigned minPredecessors = 16;

// The values that the operand may have, or zero if they are too many.
static uint64_t countValues(const SwitchInst &dispatch) {
  KnownBits known = computeKnownBits(dispatch.getCondition(),
                                     dispatch.getModule()->getDataLayout());
  APInt most = known.getMaxValue();
  return most.ult(maxValues) ? most.getZExtValue() + 1 : 0;
}

// The switch of a small block that loads what it decides by.
static bool isDispatch(const SwitchInst &dispatch) {
  const BasicBlock &block = *dispatch.getParent();
  return dispatch.getNumCases() >= minCases &&
         block.sizeWithoutDebug() <=
             maxInstructions + ptrdiff_t(range_size(block.phis())) &&
         any_of(block, [](const Instruction &i) { return isa<LoadInst>(i); }) &&
         countValues(dispatch) != 0;
}

// All values become cases, and there is no other. Selection would test for the
// new ones first, were they not called improbable.
static void complete(SwitchInst &dispatch, DomTreeUpdater &updater) {
  BasicBlock *block = dispatch.getParent(), *other = dispatch.getDefaultDest();
  if (isa<UnreachableInst>(other->getFirstNonPHIOrDbg()))
    return;
  SmallVector<uint32_t, maxValues + 1> weights(dispatch.getNumSuccessors(),
                                               255);
  weights[0] = 0; // of what is no case
  auto *type = cast<IntegerType>(dispatch.getCondition()->getType());
  for (uint64_t i = 0, end = countValues(dispatch); i < end; ++i) {
    auto *value = ConstantInt::get(type, i);
    if (dispatch.findCaseValue(value) != dispatch.case_default())
      continue;
    dispatch.addCase(value, other);
    weights.push_back(1);
    for (PHINode &phi : other->phis())
      phi.addIncoming(phi.getIncomingValueForBlock(block), block);
  }
  auto *none = BasicBlock::Create(block->getContext(), "dispatch.none",
                                  block->getParent());
  new UnreachableInst(block->getContext(), none);
  other->removePredecessor(block, /*KeepOneInputPHIs=*/true);
  dispatch.setDefaultDest(none);
  dispatch.setMetadata(
      LLVMContext::MD_prof,
      MDBuilder(block->getContext()).createBranchWeights(weights));
  updater.applyUpdates({{DominatorTree::Insert, block, none}});
  if (!is_contained(successors(block), other))
    updater.applyUpdates({{DominatorTree::Delete, block, other}});
}

// The back end copies no block that leads to itself. What leads back gets a
// block of its own that nothing removes before selection.
static void separateFromItself(SwitchInst &dispatch) {
  BasicBlock *block = dispatch.getParent();
  if (!is_contained(successors(block), block))
    return;
  auto *again = BasicBlock::Create(block->getContext(), "dispatch.again",
                                   block->getParent());
  IRBuilder<> builder(again);
  builder.SetCurrentDebugLocation(dispatch.getDebugLoc());
  builder.CreateIntrinsic(Intrinsic::donothing, {}, {});
  builder.CreateBr(block);
  for (PHINode &phi : block->phis()) {
    Value *value = phi.getIncomingValueForBlock(block);
    while (phi.getBasicBlockIndex(block) >= 0)
      phi.removeIncomingValue(block, /*DeletePHIIfEmpty=*/false);
    phi.addIncoming(value, again);
  }
  for (unsigned i = 0; i < dispatch.getNumSuccessors(); ++i)
    if (dispatch.getSuccessor(i) == block)
      dispatch.setSuccessor(i, again);
}

// A block of phis that goes to `block` or elsewhere by one of them: that one.
static PHINode *flagOf(BasicBlock &block) {
  auto *branch = dyn_cast<BranchInst>(block.getFirstNonPHIOrDbg());
  auto *flag = branch && branch->isConditional()
                   ? dyn_cast<PHINode>(branch->getCondition())
                   : nullptr;
  return flag && flag->getParent() == &block ? flag : nullptr;
}

// Whether the phis of `decider` are used on its way to `block` by that block's
// phis only, and elsewhere where one comes by the decider all the same.
static bool isUsedByPhis(BasicBlock &decider, BasicBlock &block,
                         BasicBlock &other, const DominatorTree &dominators) {
  BasicBlockEdge elsewhere(&decider, &other);
  for (PHINode &phi : decider.phis())
    for (const Use &use : phi.uses()) {
      auto *user = cast<Instruction>(use.getUser());
      auto *userPhi = dyn_cast<PHINode>(user);
      if (user->getParent() == &decider && !userPhi)
        continue;
      if (userPhi && userPhi->getParent() == &block &&
          userPhi->getIncomingBlock(use) == &decider)
        continue;
      if (!dominators.dominates(elsewhere, use))
        return false;
    }
  return true;
}

// Predecessors of the decider with which it goes to `block`.
static SmallVector<BasicBlock *, 4> decidedFor(PHINode &flag,
                                               BasicBlock &block) {
  auto *branch = cast<BranchInst>(flag.getParent()->getTerminator());
  bool wanted = branch->getSuccessor(0) == &block;
  SmallVector<BasicBlock *, 4> decided;
  for (auto [value, predecessor] : zip(flag.incoming_values(), flag.blocks())) {
    auto *constant = dyn_cast<ConstantInt>(value);
    if (constant && constant->isOne() == wanted &&
        isa<BranchInst>(predecessor->getTerminator()) &&
        predecessor != flag.getParent() &&
        !is_contained(predecessors(&block), predecessor))
      decided.push_back(predecessor);
  }
  return decided;
}

static bool skipDecider(BasicBlock &decider, BasicBlock &block,
                        DomTreeUpdater &updater) {
  PHINode *flag = flagOf(decider);
  if (!flag || &decider == &block)
    return false;
  auto *branch = cast<BranchInst>(decider.getTerminator());
  BasicBlock *other = branch->getSuccessor(branch->getSuccessor(0) == &block);
  if (other == &block ||
      !isUsedByPhis(decider, block, *other, updater.getDomTree()))
    return false;
  bool changed = false;
  for (BasicBlock *predecessor : decidedFor(*flag, block)) {
    if (count(successors(predecessor), &decider) != 1)
      continue;
    for (PHINode &phi : block.phis()) {
      Value *value = phi.getIncomingValueForBlock(&decider);
      auto *inner = dyn_cast<PHINode>(value);
      if (inner && inner->getParent() == &decider)
        value = inner->getIncomingValueForBlock(predecessor);
      phi.addIncoming(value, predecessor);
    }
    predecessor->getTerminator()->replaceSuccessorWith(&decider, &block);
    decider.removePredecessor(predecessor, /*KeepOneInputPHIs=*/true);
    updater.applyUpdates({{DominatorTree::Insert, predecessor, &block},
                          {DominatorTree::Delete, predecessor, &decider}});
    changed = true;
  }
  return changed;
}

// Lets jumps lead past what stands between them and the dispatch. False if
// there is nothing more to do.
static bool shortenOne(BasicBlock &block, DomTreeUpdater &updater) {
  SmallSetVector<BasicBlock *, 16> before(pred_begin(&block), pred_end(&block));
  for (BasicBlock *predecessor : before) {
    auto *branch = dyn_cast<BranchInst>(predecessor->getFirstNonPHIOrDbg());
    if (predecessor == &block || !branch)
      continue;
    if (branch->isUnconditional()
            ? TryToSimplifyUncondBranchFromEmptyBlock(predecessor, &updater)
            : skipDecider(*predecessor, block, updater))
      return true;
  }
  return false;
}

PreservedAnalyses ThreadDispatchPass::run(Function &function,
                                          FunctionAnalysisManager &analyses) {
  SmallVector<SwitchInst *, 2> dispatches;
  for (BasicBlock &block : function)
    if (auto *dispatch = dyn_cast<SwitchInst>(block.getTerminator()))
      if (isDispatch(*dispatch) && pred_size(&block) > 1)
        dispatches.push_back(dispatch);
  if (dispatches.empty())
    return PreservedAnalyses::all();
  DomTreeUpdater updater(analyses.getResult<DominatorTreeAnalysis>(function),
                         DomTreeUpdater::UpdateStrategy::Eager);
  for (SwitchInst *dispatch : dispatches) {
    BasicBlock &block = *dispatch->getParent();
    while (pred_size(&block) <= maxPredecessors && shortenOne(block, updater)) {
    }
    unsigned jumps = pred_size(&block);
    if (jumps < minPredecessors || jumps > maxPredecessors)
      continue;
    complete(*dispatch, updater);
    separateFromItself(*dispatch);
  }
  return PreservedAnalyses::none();
}

} // namespace wasmc
