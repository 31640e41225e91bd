// Moves 128-bit products down to where they are used.
//
// A compiler for WebAssembly gets a product through memory: it calls a helper
// with a slot on its stack, computes all products of a sum first, and loads
// them when it adds. With the loads forwarded, all those products are alive at
// once, two registers each, and are spilled. Here each moves, with the stores
// to its slot, to just before the sum that uses it, where RaiseWideSums.h made
// one of 128 bits.
//
// A store moves only over accesses that LLVM proves to be of other places. If
// one of them traps, the store has not happened, which a program cannot see:
// it has ended (docs/Rationale.md has more about hosts of instances).

#ifndef WASMC_CODEGEN_SINKPRODUCTS_H
#define WASMC_CODEGEN_SINKPRODUCTS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

class SinkProductsPass : public llvm::PassInfoMixin<SinkProductsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
