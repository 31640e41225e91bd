// Keeps loops scalar whose two indices meet in the middle.
//
// What swaps the ends of an array goes half as many turns as are between them:
// the vectoriser makes a count of that by a dozen instructions, and a test
// whether the halves overlap. The loop is mostly about a few elements (a
// permutation, the digits of a number), and where it is about thousands,
// reversing vectors is no faster than that.

#ifndef WASMC_CODEGEN_MEETINGLOOPS_H
#define WASMC_CODEGEN_MEETINGLOOPS_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// Changes nothing but what loops say about themselves.
class MeetingLoopsPass : public llvm::PassInfoMixin<MeetingLoopsPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
