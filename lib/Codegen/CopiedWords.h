// Loads the words that start a loop from where they were copied from.
//
// Ciphers and hashes copy their state into a local array, which a loop then
// keeps in variables. Producers copy 8 bytes at a time, so half of the
// variables start as the low half of a 64-bit load, the others are shifted out
// of it or loaded from the copy. LLVM's SLP vectoriser sees no neighbouring
// words there, and leaves the whole loop scalar.
//
// Where at least four variables of a loop start like that, each becomes a load
// of its own beside the wide one. It reads bytes that the wide load has just
// read: the same value, as no other thread sees the memory, and no trap that
// was not there. The wide load stays.

#ifndef WASMC_CODEGEN_COPIEDWORDS_H
#define WASMC_CODEGEN_COPIEDWORDS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Needs loops in simplified form, and plain loads.
class CopiedWordsPass : public llvm::PassInfoMixin<CopiedWordsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
