// Keeps loads as wide as the module says.
//
// Where only the low part of a loaded value is used, LLVM's instruction
// selection loads only that part: no trap then, if the memory ends behind it.
// It leaves volatile scalars alone, so those stay pinned. Vectors it narrows
// even then; their value goes through an empty instruction it cannot look into.

#ifndef WASMC_CODEGEN_WHOLELOADS_H
#define WASMC_CODEGEN_WHOLELOADS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// The last pass of a pipeline.
class WholeLoadsPass : public llvm::PassInfoMixin<WholeLoadsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

// The part that concerns vectors: all there is to do where every scalar load is
// pinned anyway.
void keepVectorLoadsWhole(llvm::Function &function);

} // namespace wasmc

#endif
