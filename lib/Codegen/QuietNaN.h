// Keeps signalling NaNs from surviving an operation that LLVM leaves out.

#ifndef WASMC_CODEGEN_QUIETNAN_H
#define WASMC_CODEGEN_QUIETNAN_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// LLVM folds x*1, x/1, x-0, x+(-0) and demote(promote(x)) to x, and x*-1, x/-1,
// -0-x to fneg x, which leaves a signalling NaN as it is, where WebAssembly
// wants a quiet one. In a complete function, makes exactly these operations
// constrained ones, which LLVM keeps.
void keepQuietingOperations(llvm::Function &function);

// For passes that fold nothing, but understand plain operations only (the
// vectorisers): FreeQuietingPass makes the constrained operations on a constant
// plain, KeepQuietingPass does the above for what became of them.
class FreeQuietingPass : public llvm::PassInfoMixin<FreeQuietingPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &);
};

class KeepQuietingPass : public llvm::PassInfoMixin<KeepQuietingPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &);
};

} // namespace wasmc

#endif
