// Our own pass pipeline for each -O level. What is missing is missing on
// purpose (docs/Rationale.md, "Why not LLVM's default pipelines?"): no pass
// that infers function attributes (it would delete calls that only trap), no
// TailCallElim (runaway recursion must exhaust the stack), no DSE (the first of
// two stores traps even if a loop between them never ends), only small
// functions are inlined (InlineSmall.h).

#include "Optimize.h"
#include "CopiedWords.h"
#include "ExtendOnce.h"
#include "ForwardStores.h"
#include "GuardedTruncs.h"
#include "InlineSmall.h"
#include "MeetingLoops.h"
#include "NearAddresses.h"
#include "PinStores.h"
#include "PredictDispatch.h"
#include "PrefetchRings.h"
#include "QuietNaN.h"
#include "RaiseWideSums.h"
#include "RerollLoops.h"
#include "RotateLoops.h"
#include "SinkProducts.h"
#include "SinkSlots.h"
#include "SkipEqual.h"
#include "ThreadDispatch.h"
#include "TrapLiveness.h"
#include "UnrollAgain.h"
#include "WholeLoads.h"
#include "WidenAddresses.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/GlobalsModRef.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Verifier.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/ADCE.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/GVN.h"
#include "llvm/Transforms/Scalar/IndVarSimplify.h"
#include "llvm/Transforms/Scalar/InstSimplifyPass.h"
#include "llvm/Transforms/Scalar/LICM.h"
#include "llvm/Transforms/Scalar/LoopPassManager.h"
#include "llvm/Transforms/Scalar/LoopUnrollPass.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/LCSSA.h"
#include "llvm/Transforms/Utils/LoopSimplify.h"
#include "llvm/Transforms/Vectorize/LoopVectorize.h"
#include "llvm/Transforms/Vectorize/SLPVectorizer.h"

using namespace llvm;

namespace wasmc {

namespace {

// The passes of a level, and whether they see the loads pinned or free.
class Pipeline {
public:
  explicit Pipeline(bool strictTraps) : strictTraps(strictTraps) {}

  // For passes that merge, hoist or vectorise loads. Whatever they make of them
  // is looked at afresh.
  void freeLoads() {
    if (!strictTraps)
      passes.addPass(FreeLoadsPass());
  }
  // For passes that delete what has become useless.
  void pinLoads() {
    if (!strictTraps)
      passes.addPass(PinLoadsPass());
  }
  template <typename Pass> void add(Pass pass) {
    passes.addPass(std::move(pass));
  }

  FunctionPassManager passes;

private:
  bool strictTraps;
};

} // namespace

// Loads are pinned before and free after.
static void addScalarPasses(Pipeline &pipeline, const CodegenOptions &options) {
  pipeline.add(InstSimplifyPass());
  pipeline.add(SimplifyCFGPass());
  pipeline.add(NearAddressesPass(options.memoryBaseAddress));
  pipeline.freeLoads();
  pipeline.add(EarlyCSEPass(/*UseMemorySSA=*/true));
  pipeline.pinLoads();
  pipeline.add(InstCombinePass());
  pipeline.add(GuardedTruncsPass());
  pipeline.add(SimplifyCFGPass());
  pipeline.freeLoads();
}

// Loads are free before and after.
static void addLoopPasses(Pipeline &pipeline, const CodegenOptions &options) {
  OptLevel level = options.opt;
  pipeline.add(LoopSimplifyPass());
  pipeline.add(LCSSAPass());
  pipeline.add(RotateLoopsPass());
  pipeline.add(LoopSimplifyPass());
  pipeline.add(LCSSAPass());
  pipeline.add(WidenAddressesPass(options.memoryBaseAddress));
  pipeline.add(RerollLoopsPass());
  pipeline.add(PinStoresPass());
  LoopPassManager loops;
  loops.addPass(LICMPass(LICMOptions()));
  // Widening would turn a count-down to zero into one LLVM cannot analyse.
  loops.addPass(IndVarSimplifyPass(/*WidenIndVars=*/false));
  pipeline.add(createFunctionToLoopPassAdaptor(std::move(loops),
                                               /*UseMemorySSA=*/true));
  pipeline.add(FreeStoresPass());
  if (!options.strictTraps)
    pipeline.add(ForwardStoresPass(options.memoryBaseAddress));
  if (level == OptLevel::O2 || level == OptLevel::O3) {
    pipeline.freeLoads();
    pipeline.add(FreeQuietingPass());
    pipeline.add(MeetingLoopsPass());
    pipeline.add(LoopVectorizePass());
    pipeline.add(CopiedWordsPass());
    pipeline.add(SLPVectorizerPass());
    pipeline.add(KeepQuietingPass());
    pipeline.pinLoads();
    pipeline.add(InstCombinePass());
    pipeline.add(UnrollAgainPass());
    // Small loops that came rolled.
    pipeline.add(LoopUnrollPass(LoopUnrollOptions(2)
                                    .setPeeling(false)
                                    .setUpperBound(false)
                                    .setFullUnrollMaxCount(0)));
    pipeline.add(SkipEqualPass());
  }
  if (level == OptLevel::O3) {
    pipeline.freeLoads();
    pipeline.add(GVNPass());
    pipeline.pinLoads();
    pipeline.add(LoopUnrollPass(LoopUnrollOptions(3)));
    pipeline.add(InstCombinePass());
  }
  pipeline.freeLoads();
  pipeline.add(EarlyCSEPass(/*UseMemorySSA=*/true));
  pipeline.pinLoads();
  pipeline.add(
      SimplifyCFGPass(SimplifyCFGOptions().convertSwitchToLookupTable(true)));
  pipeline.add(ADCEPass());
  pipeline.freeLoads();
  if (level == OptLevel::O2 || level == OptLevel::O3)
    pipeline.add(SinkSlotsPass(options.memoryBaseAddress));
}

// What LLVM's passes would take back, or what is for selection alone.
static void addLastPasses(FunctionPassManager &passes,
                          const CodegenOptions &options, bool hasAVX) {
  passes.addPass(NativeTruncsPass(hasAVX));
  passes.addPass(PredictDispatchPass());
  if (options.opt == OptLevel::O2 || options.opt == OptLevel::O3)
    passes.addPass(ThreadDispatchPass());
  passes.addPass(RaiseWideSumsPass());
  passes.addPass(SinkProductsPass());
  if (options.opt == OptLevel::O2 || options.opt == OptLevel::O3)
    passes.addPass(PrefetchRingsPass(options.memoryBaseAddress));
  passes.addPass(WholeLoadsPass());
  passes.addPass(ExtendOncePass(options.memoryBaseAddress));
}

// LLVM's analysis of loops looks through all that comes before each: its time
// grows with the square of their number, and in the back end, which analyses
// them too, its stack as well.
static constexpr size_t maxOptimizedLoops = 256;
static constexpr size_t maxLoops = 512;

// Their loads are free before and after.
static void inlineFunctions(Module &module, FunctionPassManager &scalar,
                            bool strictTraps,
                            FunctionAnalysisManager &analyses) {
  SmallSetVector<Function *, 16> pinned;
  SmallSetVector<Function *, 16> changed =
      inlineSmallFunctions(module, [&](Function &function) {
        if (pinned.insert(&function) && !strictTraps)
          PinLoadsPass().run(function, analyses);
      });
  for (Function *function : pinned) {
    if (changed.contains(function))
      scalar.run(*function, analyses);
    else if (!strictTraps)
      FreeLoadsPass().run(*function, analyses);
    analyses.clear(*function, function->getName());
  }
}

static void verify(const Module &module, const char *stage) {
  std::string problems;
  raw_string_ostream stream(problems);
  if (verifyModule(module, &stream))
    report_fatal_error(Twine("broken IR after ") + stage + ":\n" + problems);
}

void optimize(Module &module, TargetMachine &machine,
              const CodegenOptions &options,
              function_ref<void(const Twine &)> remark) {
  if (options.verifyIR)
    verify(module, "emission");
  if (options.opt == OptLevel::O0) {
    for (Function &function : module)
      keepVectorLoadsWhole(function);
    return;
  }

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

  bool hasAVX = machine.getMCSubtargetInfo()->checkFeatures("+avx");
  Pipeline scalar(options.strictTraps), loops(options.strictTraps);
  addScalarPasses(scalar, options);
  addLoopPasses(loops, options);
  FunctionPassManager last;
  addLastPasses(last, options, hasAVX);

  for (Function &function : module) {
    if (function.isDeclaration())
      continue;
    scalar.passes.run(function, functionAnalyses);
    // Results are not needed again: keep memory bounded by one function.
    functionAnalyses.clear(function, function.getName());
  }
  if (options.opt == OptLevel::O2 || options.opt == OptLevel::O3)
    inlineFunctions(module, scalar.passes, options.strictTraps,
                    functionAnalyses);
  for (Function &function : module) {
    if (function.isDeclaration())
      continue;
    size_t loopCount = functionAnalyses.getResult<LoopAnalysis>(function)
                           .getLoopsInPreorder()
                           .size();
    if (loopCount > maxOptimizedLoops) {
      remark("'" + function.getName() + "' has " + Twine(loopCount) +
             " loops: too many to optimise");
      if (loopCount > maxLoops)
        machine.setOptLevel(CodeGenOptLevel::None); // for all of the partition
    } else if (options.opt != OptLevel::O1) {
      loops.passes.run(function, functionAnalyses);
    }
    last.run(function, functionAnalyses);
    // Results are not needed again: keep memory bounded by one function.
    functionAnalyses.clear(function, function.getName());
  }
  if (options.verifyIR)
    verify(module, "optimisation");
}

} // namespace wasmc
