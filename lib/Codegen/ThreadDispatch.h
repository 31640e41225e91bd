// Gives every instruction of an interpreter a jump to the next of its own.
//
// A program that is interpreted goes on by one indirect jump, whichever
// instruction has been at work, and its target is hard to predict from what was
// there before. A copy of the jump behind each instruction is predicted from
// what that instruction is mostly followed by, and what is constant from one
// instruction to the next stays in registers. The back end copies blocks that
// end in an indirect jump if they are small and whole, so this makes them so:
//
// * A switch whose operand cannot be anything but its cases needs no
//   comparison with the number of cases. Those that are missing get one.
// * Blocks that only lead to it, by a phi, let their predecessors go there. So
//   do those that decide by a flag whether to, if it is constant on the way
//   there: where the program jumped into its loop, its producer has made one.

#ifndef WASMC_CODEGEN_THREADDISPATCH_H
#define WASMC_CODEGEN_THREADDISPATCH_H

#include "llvm/IR/PassManager.h"

namespace wasmc {

// To run last: the loops it leaves may have several entries.
class ThreadDispatchPass : public llvm::PassInfoMixin<ThreadDispatchPass> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc

#endif
