// Skips ahead in loops that look for the end of what is equal.
//
//   while (a < end && *a == *b) ++a, ++b;
//   while (*a != 0 && *a != ',') ++a;
//
// LLVM vectorises no loop whose end depends on what it loads, so a compressor
// compares its matches as its source says: in words of a size_t, which is half
// as long here as in a native program, or in bytes. A loop that has gone round
// some times gets a look at 16 bytes at once, repeatedly, and goes on with the
// first iteration that would leave it. That iteration, like every one that
// leaves, runs in the loop as it was: what is alive behind it is as ever.
//
// The loop is in no other, and has nothing but loads of consecutive elements
// (no store, no call), conditions on what is loaded, and conditions on how far
// it may go. Iterations are skipped when
//   * no limit among the conditions ends any of the next 16 bytes' iterations,
//     which is computed without wrapping, and
//   * no element of theirs fulfils a condition to leave.
// So they would have gone round, and changed nothing but induction variables.
//
// Looking ahead traps only where the loop would have: all loads of an iteration
// come before its first condition on what is loaded, so the next iteration
// certainly executes them, and the 16 bytes are looked at only if they are in
// one page of 4 KiB. Memory begins and ends with such pages (HeapAccess.h has
// the attribute): it is the first byte that decides, which the loop loads, too.
// For the same reason none of the addresses wraps at 4 GiB.

#ifndef WASMC_CODEGEN_SKIPEQUAL_H
#define WASMC_CODEGEN_SKIPEQUAL_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Runs after WidenAddressesPass, whose pointers it needs.
class SkipEqualPass : public llvm::PassInfoMixin<SkipEqualPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
