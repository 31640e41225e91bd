// Moves stores of 128-bit products out of loops.
//
// A compiler for WebAssembly gets its 128-bit products from a function, which
// writes them to a slot of the shadow stack. Once the product is used without
// the slot, a loop stores it there in each iteration for nobody: x25519 has 500
// such stores in its ladder, one instruction in eight. The stores that count
// are those of the last iteration. So they are made after the loop, of products
// computed again from what they are products of.
//
// That is the same to the program if each iteration makes the store; nothing
// else in the loop may touch the place; nothing in it can see all of memory,
// such as a call or another thread; and the loop has one exit and ends by
// itself, so that a store that traps still does.

#ifndef WASMC_CODEGEN_SINKSLOTS_H
#define WASMC_CODEGEN_SINKSLOTS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Passes that simplify must not follow: they would find the products again.
// `memoryBase` as in HeapAccess.h.
class SinkSlotsPass : public llvm::PassInfoMixin<SinkSlotsPass> {
public:
  explicit SinkSlotsPass(uint64_t memoryBase) : memoryBase(memoryBase) {}
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);

private:
  uint64_t memoryBase;
};

} // namespace wasmc

#endif
