// Inlines small functions into the others of their partition. The compiler that
// made the module did so within a source file; many programs are not linked
// with optimisation, and the functions that an interpreter calls for each
// instruction are in files of their own.
//
// A trap is the same wherever the code stands, and a call that is left out
// can only exhaust the stack later: every recursion keeps a call, because
// nothing is inlined into a function that it reaches. Backtraces still show all
// functions (InlinedFrames.h).

#ifndef WASMC_CODEGEN_INLINESMALL_H
#define WASMC_CODEGEN_INLINESMALL_H

#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Module.h"

namespace wasmc {

// The functions that code was inlined into, in order. `pin` is called for each
// that is inlined, before: inlining deletes what has no use in the arms that it
// keeps, and loads must not be among it.
llvm::SmallSetVector<llvm::Function *, 16>
inlineSmallFunctions(llvm::Module &module,
                     llvm::function_ref<void(llvm::Function &)> pin);

} // namespace wasmc

#endif
