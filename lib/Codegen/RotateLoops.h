// Moves the exit of a partly unrolled loop to its end.
//
// Of a loop with 239 iterations that is unrolled by two, the producer leaves
// the exit in the middle: first segment, exit or second segment, and round.
// Nothing re-rolls or vectorises that. With the first segment copied before the
// loop, what goes round is whole, and ends with the exit.

#ifndef WASMC_CODEGEN_ROTATELOOPS_H
#define WASMC_CODEGEN_ROTATELOOPS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Needs loops in simplified and closed form.
class RotateLoopsPass : public llvm::PassInfoMixin<RotateLoopsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
