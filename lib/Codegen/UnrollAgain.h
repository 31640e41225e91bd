// Unrolls again what was re-rolled for the vectoriser in vain.
//
// A loop that stays scalar is better off as its producer unrolled it: the
// counter and the branch are then a smaller part of it. RerollLoops notes how
// many segments it made one.

#ifndef WASMC_CODEGEN_UNROLLAGAIN_H
#define WASMC_CODEGEN_UNROLLAGAIN_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// The loop's metadata: the number of segments.
constexpr const char *rerolledLoop = "wasmc.rerolled";

class UnrollAgainPass : public llvm::PassInfoMixin<UnrollAgainPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
