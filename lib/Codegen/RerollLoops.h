// Undoes the unrolling of the compiler that made the module.
//
// clang and others unroll loops by 2, 4 or 8 for WebAssembly. LLVM's vectoriser
// sees several iterations as one and gives up. A loop whose body is U copies of
// one segment, in order, each working where the one before left off, becomes a
// loop over one segment with U times as many iterations.
//
// What makes it exact: the segments do the same operations on values that
// differ only by k/U of a step; their memory accesses follow each other segment
// by segment, so no load or store changes places (unless a constant distance
// shows that they do not touch the same bytes); a value carried from segment to
// segment goes round the loop instead, in the same order of operations. The
// number of iterations is the old one, known before the loop, times U.

#ifndef WASMC_CODEGEN_REROLLLOOPS_H
#define WASMC_CODEGEN_REROLLLOOPS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Needs loops in simplified and closed form, and plain loads.
class RerollLoopsPass : public llvm::PassInfoMixin<RerollLoopsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
