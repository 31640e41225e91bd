// Keeps loops scalar whose two indices meet in the middle; see the header.

#include "MeetingLoops.h"
#include "PassResult.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Transforms/Utils/LoopUtils.h"

using namespace llvm;

namespace wasmc {

// By how much the value changes each turn; zero if that is not known.
static int64_t stepOf(Value *value, const Loop &loop,
                      ScalarEvolution &evolution) {
  auto *index = dyn_cast<SCEVAddRecExpr>(evolution.getSCEV(value));
  if (!index || index->getLoop() != &loop)
    return 0;
  auto *step = dyn_cast<SCEVConstant>(index->getStepRecurrence(evolution));
  return step && step->getAPInt().isSignedIntN(64)
             ? step->getAPInt().getSExtValue()
             : 0;
}

// The loop goes on while an index that rises is below one that falls.
static bool isMeeting(const Loop &loop, ScalarEvolution &evolution) {
  const BasicBlock *latch = loop.getLoopLatch();
  if (!loop.isInnermost() || !latch || loop.getExitingBlock() != latch)
    return false;
  auto *branch = dyn_cast<BranchInst>(latch->getTerminator());
  if (!branch || !branch->isConditional())
    return false;
  auto *test = dyn_cast<ICmpInst>(branch->getCondition());
  if (!test || test->isEquality())
    return false;
  int64_t left = stepOf(test->getOperand(0), loop, evolution);
  int64_t right = stepOf(test->getOperand(1), loop, evolution);
  return (left < 0 && right > 0) || (left > 0 && right < 0);
}

PreservedAnalyses MeetingLoopsPass::run(Function &function,
                                        FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  bool changed = false;
  for (Loop *loop : loops.getLoopsInPreorder())
    if (isMeeting(*loop, evolution)) {
      addStringMetadataToLoop(loop, "llvm.loop.vectorize.enable", 0);
      addStringMetadataToLoop(loop, "llvm.loop.unroll.runtime.disable", 1);
      changed = true;
    }
  return preservedIf(changed);
}

} // namespace wasmc
