// Keeps the trap of a store in a loop that may never end.
//
// LLVM makes a store that every iteration makes to the same place once, after
// the loop. If the place is out of bounds and the loop has no end, the program
// would run for ever where it has to trap. A place that the loop reads as well
// is read before the loop, which traps as the store would; only a place that is
// written and never read has to be written where the program says.

#ifndef WASMC_CODEGEN_PINSTORES_H
#define WASMC_CODEGEN_PINSTORES_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Makes such stores volatile, for the passes that move stores out of loops.
class PinStoresPass : public llvm::PassInfoMixin<PinStoresPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

// Makes all stores to linear memory plain again.
class FreeStoresPass : public llvm::PassInfoMixin<FreeStoresPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &);
};

} // namespace wasmc

#endif
