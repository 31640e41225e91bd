// Gives loads what was stored to their place before.
//
// LLVM forwards stores, too, but looks at a hundred of them at most, and knows
// two addresses apart only if they have one pointer in common. Code with
// 128-bit numbers has every product written to a slot of the shadow stack and
// read again, hundreds of instructions later; a carry through such a slot takes
// five cycles longer.
//
// A load of several values at once, as a copy of a structure makes it right
// after its fields were written, is worse: no processor forwards it, it waits
// for all of them to arrive in the cache. It gets the values put together.
//
// Here places are compared (HeapPlaces.h). A store that went well shows that a
// load of the same bytes does not trap, if its offset is no larger; nor does
// one of the bytes of several stores, which are where the first one's are. A
// store by another root may be to any place at all.

#ifndef WASMC_CODEGEN_FORWARDSTORES_H
#define WASMC_CODEGEN_FORWARDSTORES_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Takes loads that are kept for their traps as well. `memoryBase` as in
// HeapAccess.h.
class ForwardStoresPass : public llvm::PassInfoMixin<ForwardStoresPass> {
public:
  explicit ForwardStoresPass(uint64_t memoryBase) : memoryBase(memoryBase) {}
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);

private:
  uint64_t memoryBase;
};

} // namespace wasmc

#endif
