// Zero-extends a 32-bit address once, where it is computed.
//
// An access extends its index to 64 bits where it stands. x86 extends by every
// operation on 32 bits, for nothing, but instruction selection looks at one
// block at a time: of a value that comes from another block it knows nothing,
// and copies it to extend it. So the extension goes behind the definition,
// other blocks use its low half, and a phi becomes one of 64 bits. In an
// interpreter, where pointers live from block to block, every tenth instruction
// was such a copy.
//
// Values stay what they are, and nothing that can trap is touched.

#ifndef WASMC_CODEGEN_EXTENDONCE_H
#define WASMC_CODEGEN_EXTENDONCE_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// To run behind all passes that look at loops: what they know of counters, they
// know of i32 ones. `memoryBase` as in HeapAccess.h.
class ExtendOncePass : public llvm::PassInfoMixin<ExtendOncePass> {
public:
  explicit ExtendOncePass(uint64_t memoryBase) : memoryBase(memoryBase) {}
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);

private:
  uint64_t memoryBase;
};

} // namespace wasmc

#endif
