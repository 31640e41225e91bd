// Keeps the trap of every load, and lets LLVM optimise the loads all the same.
//
// An out-of-bounds load traps whether or not its result is used, on whatever
// path. LLVM knows no such effect: it deletes a plain load whose result is not
// used and moves one into the only branch that uses it. A volatile load it
// leaves alone, but neither merges nor vectorises. So loads are emitted
// volatile, and the pipeline switches: FreeLoadsPass makes plain those loads
// that LLVM cannot lose or move, PinLoadsPass makes all loads volatile again
// before a pass that deletes or moves and needs no plain loads.

#ifndef WASMC_CODEGEN_TRAPLIVENESS_H
#define WASMC_CODEGEN_TRAPLIVENESS_H

#include "llvm/IR/Instructions.h"
#include "llvm/IR/PassManager.h"

namespace wasmc {

// Whether the load is one of linear memory: the runtime's state is always
// there, so its loads do not trap.
bool mayTrap(const llvm::LoadInst &load);

// A load stays pinned unless an effect of the program depends on its result
// wherever the load is executed.
class FreeLoadsPass : public llvm::PassInfoMixin<FreeLoadsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

class PinLoadsPass : public llvm::PassInfoMixin<PinLoadsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &);
};

} // namespace wasmc

#endif
