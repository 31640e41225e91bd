// What a pass over a function gives LLVM back.

#ifndef WASMC_CODEGEN_PASSRESULT_H
#define WASMC_CODEGEN_PASSRESULT_H

#include "llvm/IR/Analysis.h"

namespace wasmc {

// Of a pass that leaves all blocks and branches between them where they are:
// all analyses, or if it has changed something, those of blocks only.
inline llvm::PreservedAnalyses preservedIf(bool changed) {
  if (!changed)
    return llvm::PreservedAnalyses::all();
  llvm::PreservedAnalyses preserved;
  preserved.preserveSet<llvm::CFGAnalyses>();
  return preserved;
}

} // namespace wasmc

#endif
