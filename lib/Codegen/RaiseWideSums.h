// Makes sums of 128 bits out of sums of their halves.
//
// Where a program adds numbers of 128 bits, a compiler for WebAssembly leaves
// the sums of the low halves, comparisons that find their carries, and much
// later the sums of the high halves. In one 128-bit sum a product is used up
// when it is added; in halves, all products of a long sum are alive at once.
// The result is the same number whatever the operands are.

#ifndef WASMC_CODEGEN_RAISEWIDESUMS_H
#define WASMC_CODEGEN_RAISEWIDESUMS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

class RaiseWideSumsPass : public llvm::PassInfoMixin<RaiseWideSumsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
