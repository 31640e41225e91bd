// Unrolls again what was re-rolled for the vectoriser in vain.

#include "UnrollAgain.h"
#include "llvm/Analysis/AssumptionCache.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/Transforms/Utils/LoopSimplify.h"
#include "llvm/Transforms/Utils/LoopUtils.h"
#include "llvm/Transforms/Utils/UnrollLoop.h"

using namespace llvm;

namespace wasmc {

// Zero unless the loop was re-rolled and is as scalar as it was.
static unsigned segmentsOf(const Loop &loop) {
  // The vectoriser copies the metadata to the loops it makes.
  if (getBooleanLoopAttribute(&loop, "llvm.loop.isvectorized"))
    return 0;
  return getOptionalIntLoopAttribute(&loop, rerolledLoop).value_or(0);
}

PreservedAnalyses UnrollAgainPass::run(Function &function,
                                       FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  SmallVector<Loop *, 8> rerolled;
  for (Loop *loop : loops.getLoopsInPreorder())
    if (segmentsOf(*loop))
      rerolled.push_back(loop);
  if (rerolled.empty())
    return PreservedAnalyses::all();

  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  auto &dominators = analyses.getResult<DominatorTreeAnalysis>(function);
  auto &assumptions = analyses.getResult<AssumptionAnalysis>(function);
  auto &target = analyses.getResult<TargetIRAnalysis>(function);
  auto &remarks =
      analyses.getResult<OptimizationRemarkEmitterAnalysis>(function);
  for (Loop *loop : rerolled) {
    simplifyLoop(loop, &dominators, &loops, &evolution, &assumptions,
                 /*MSSAU=*/nullptr, /*PreserveLCSSA=*/false);
    formLCSSARecursively(*loop, dominators, &loops, &evolution);
    UnrollLoopOptions options = {};
    options.Count = segmentsOf(*loop);
    options.Force = true;
    options.Runtime = true; // the number of iterations is known before
    UnrollLoop(loop, options, &loops, &evolution, &dominators, &assumptions,
               &target, &remarks, /*PreserveLCSSA=*/true);
  }
  return PreservedAnalyses::none();
}

} // namespace wasmc
