// Conversions of floats to integers as C means them.
//
// WebAssembly's trap where the value does not fit. Producers compile a C
// conversion to one that is guarded,
//   fabs(x) < 2^31 ? trunc(x) : INT_MIN
// (unsigned: x < 2^32 && x >= 0 ? trunc(x) : 0), so the checks for the trap
// never fail, and the guard computes what x86's conversion gives anyway:
// 0x80000000 for a NaN and for all that does not fit.

#ifndef WASMC_CODEGEN_GUARDEDTRUNCS_H
#define WASMC_CODEGEN_GUARDEDTRUNCS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Removes checks of a conversion's operand that an earlier branch has answered;
// what is left is a select, which the vectorisers understand.
class GuardedTruncsPass : public llvm::PassInfoMixin<GuardedTruncsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &);
};

// Makes those selects, scalar or vector, the processor's instruction. LLVM
// knows little about that, so this comes after all other passes.
class NativeTruncsPass : public llvm::PassInfoMixin<NativeTruncsPass> {
public:
  // `hasAVX`: 256-bit vectors are converted at once.
  explicit NativeTruncsPass(bool hasAVX) : hasAVX(hasAVX) {}
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &);

private:
  bool hasAVX;
};

} // namespace wasmc

#endif
