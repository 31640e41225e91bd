// Expresses addresses by others that are a little lower.
//
// Producers fold constants into the offset of an access only where they can
// prove that nothing wraps; else they add them to the index. But an access that
// did not trap proves just that (HeapAccess.h): after it, zext(index + n) is
// zext(index) + n for n up to 64 KiB. Then LLVM sees that two addresses are the
// same, or that they are not, and the constant goes into the instruction.

#ifndef WASMC_CODEGEN_NEARADDRESSES_H
#define WASMC_CODEGEN_NEARADDRESSES_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// `memoryBase` as in HeapAccess.h.
class NearAddressesPass : public llvm::PassInfoMixin<NearAddressesPass> {
public:
  explicit NearAddressesPass(uint64_t memoryBase) : memoryBase(memoryBase) {}
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);

private:
  uint64_t memoryBase;
};

} // namespace wasmc

#endif
