// Fetches ahead what a ring of values will lead to.
//
// Programs that look up large tables compute what to look up some steps ahead,
// ask the processor to fetch it, and keep the value in a small ring until its
// turn comes:
//
//   next = hash(p + 8);   prefetch(&table[next]);
//   now = ring[i & 7];    ring[i & 7] = next;
//   ... table[now] ...
//
// WebAssembly has no instruction for the second statement; compilers drop it.
// It is told again by the third: of a value that replaces another in a ring is
// known that it will be used as that one is now. So for every access whose
// address is computed from the value taken out, the same address is computed
// from the value put in, and fetched.
//
// A prefetch has no effect but on caches: it neither traps nor changes
// anything, whatever its address. A wrong guess costs some instructions.

#ifndef WASMC_CODEGEN_PREFETCHRINGS_H
#define WASMC_CODEGEN_PREFETCHRINGS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

class PrefetchRingsPass : public llvm::PassInfoMixin<PrefetchRingsPass> {
public:
  // `memoryBase` is the address of the memory that has a constant one.
  explicit PrefetchRingsPass(uint64_t memoryBase) : memoryBase(memoryBase) {}
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);

private:
  uint64_t memoryBase;
};

} // namespace wasmc

#endif
