// Makes the next instruction of an interpreter something the processor
// predicts.
//
// A conditional jump of an interpreted program picks one of two places to go on
// at. Producers make that a `select`, since it is cheap in WebAssembly, and a
// conditional move then makes fetching the next instruction wait until all that
// the condition is computed from is there, although the indirect jump behind it
// is predicted anyway. With a branch, the processor runs ahead.
//
// Only a select is concerned that decides, by way of a phi of a loop's header,
// from which address that loop loads the operand of a large switch. A select
// elsewhere may depend on something nobody can predict.

#ifndef WASMC_CODEGEN_PREDICTDISPATCH_H
#define WASMC_CODEGEN_PREDICTDISPATCH_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// To run when no pass is left that would make the branch a select again.
class PredictDispatchPass : public llvm::PassInfoMixin<PredictDispatchPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
