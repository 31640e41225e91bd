// Gives loops over linear memory 64-bit pointers.
//
// Code of a 32-bit memory computes zext(i32 index): LLVM cannot see that the
// addresses of a loop are consecutive, for all it knows the index wraps. Here
// is why it does not. Memory ends 64 KiB below 4 GiB (HeapAccess.h), so an
// access at `index` that did not trap proves that index + 65536 does not wrap.
// If a loop steps the index by no more than that, and each iteration makes the
// access before it ends, then no iteration starts with a wrapped index. The
// same holds for other indices at most 64 KiB above, where that access comes
// first or at least in the same run of instructions.
//
// An index that steps down wraps to the topmost 64 KiB, where no memory is: the
// access traps. So does it below the base, if it has no offset.
//
// So the addresses become root + counter + offset, where root is the address
// in the first iteration, made by its own inttoptr: LLVM then takes arrays for
// different objects, and checks before a vectorised loop whether they overlap.

#ifndef WASMC_CODEGEN_WIDENADDRESSES_H
#define WASMC_CODEGEN_WIDENADDRESSES_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Needs loops in simplified form. `memoryBase` as in HeapAccess.h.
class WidenAddressesPass : public llvm::PassInfoMixin<WidenAddressesPass> {
public:
  explicit WidenAddressesPass(uint64_t memoryBase) : memoryBase(memoryBase) {}
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);

private:
  uint64_t memoryBase;
};

} // namespace wasmc

#endif
