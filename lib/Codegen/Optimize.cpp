// Our own pass pipeline for each -O level. What is missing is missing on
// purpose (docs/Rationale.md, "Why not LLVM's default pipelines?"): no pass
// that infers function attributes (it would delete calls that only trap), no
// TailCallElim (runaway recursion must exhaust the stack), no blanket inliner.

#include "Optimize.h"
#include "TrapLiveness.h"
#include "llvm/Analysis/GlobalsModRef.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/ADCE.h"
#include "llvm/Transforms/Scalar/DeadStoreElimination.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/GVN.h"
#include "llvm/Transforms/Scalar/IndVarSimplify.h"
#include "llvm/Transforms/Scalar/InstSimplifyPass.h"
#include "llvm/Transforms/Scalar/LICM.h"
#include "llvm/Transforms/Scalar/LoopPassManager.h"
#include "llvm/Transforms/Scalar/LoopUnrollPass.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Vectorize/LoopVectorize.h"
#include "llvm/Transforms/Vectorize/SLPVectorizer.h"

using namespace llvm;

namespace wasmc {

// While loads are still pinned: what would make a used load unused must happen
// now, so that TrapLiveness sees it.
static void addTrapLiveness(FunctionPassManager &passes, bool strictTraps) {
  passes.addPass(InstSimplifyPass());
  passes.addPass(SimplifyCFGPass());
  if (!strictTraps)
    passes.addPass(TrapLivenessPass());
}

static void addScalarPasses(FunctionPassManager &passes) {
  passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  passes.addPass(InstCombinePass());
  passes.addPass(SimplifyCFGPass());
}

static void addLoopPasses(FunctionPassManager &passes, OptLevel level) {
  LoopPassManager loops;
  loops.addPass(LICMPass(LICMOptions()));
  // Widening would turn a count-down to zero into one LLVM cannot analyse.
  loops.addPass(IndVarSimplifyPass(/*WidenIndVars=*/false));
  passes.addPass(createFunctionToLoopPassAdaptor(std::move(loops),
                                                 /*UseMemorySSA=*/true));
  if (level == OptLevel::O2 || level == OptLevel::O3) {
    passes.addPass(LoopVectorizePass());
    passes.addPass(SLPVectorizerPass());
    passes.addPass(InstCombinePass());
  }
  if (level == OptLevel::O3) {
    passes.addPass(GVNPass());
    passes.addPass(DSEPass());
    passes.addPass(LoopUnrollPass(LoopUnrollOptions(3)));
    passes.addPass(InstCombinePass());
  }
  passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  passes.addPass(
      SimplifyCFGPass(SimplifyCFGOptions().convertSwitchToLookupTable(true)));
  passes.addPass(ADCEPass());
}

static void verify(const Module &module, const char *stage) {
  std::string problems;
  raw_string_ostream stream(problems);
  if (verifyModule(module, &stream))
    report_fatal_error(Twine("broken IR after ") + stage + ":\n" + problems);
}

void optimize(Module &module, TargetMachine &machine,
              const CodegenOptions &options) {
  if (options.verifyIR)
    verify(module, "emission");
  if (options.opt == OptLevel::O0)
    return;

  LoopAnalysisManager loopAnalyses;
  FunctionAnalysisManager functionAnalyses;
  CGSCCAnalysisManager callGraphAnalyses;
  ModuleAnalysisManager moduleAnalyses;
  PassBuilder builder(&machine);
  builder.registerModuleAnalyses(moduleAnalyses);
  builder.registerCGSCCAnalyses(callGraphAnalyses);
  builder.registerFunctionAnalyses(functionAnalyses);
  builder.registerLoopAnalyses(loopAnalyses);
  builder.crossRegisterProxies(loopAnalyses, functionAnalyses,
                               callGraphAnalyses, moduleAnalyses);

  FunctionPassManager passes;
  addTrapLiveness(passes, options.strictTraps);
  addScalarPasses(passes);
  if (options.opt != OptLevel::O1)
    addLoopPasses(passes, options.opt);

  for (Function &function : module) {
    if (function.isDeclaration())
      continue;
    passes.run(function, functionAnalyses);
    // Results are not needed again: keep memory bounded by one function.
    functionAnalyses.clear(function, function.getName());
  }
  if (options.verifyIR)
    verify(module, "optimisation");
}

} // namespace wasmc
