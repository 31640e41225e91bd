// Frees the loads whose trap LLVM cannot lose.
//
// An out-of-bounds load traps whether or not its result is used, but LLVM
// deletes a plain load that nothing uses. So loads are emitted volatile, the
// module is simplified in that form, and then this pass makes plain every load
// that some effect of the program depends on: it cannot be deleted without
// evaluating it. The rest stay pinned.

#ifndef WASMC_CODEGEN_TRAPLIVENESS_H
#define WASMC_CODEGEN_TRAPLIVENESS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

class TrapLivenessPass : public llvm::PassInfoMixin<TrapLivenessPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &);
};

} // namespace wasmc

#endif
