// Where the state of an instance lies in a library of many (--instances=many).
//
// Emitters treat what an instance can change - memories, mutable globals,
// tables, the sizes of segments - as LLVM globals, as if there were one
// instance. Here each of these gets an offset in a block that starts with a
// WasmcInstance; once a module of LLVM IR is emitted, their addresses become
// sums of the block's address and that offset. A guest function gets the
// block's address as its first parameter, and passes it on; an entry that the
// runtime calls asks the runtime for it.

#ifndef WASMC_CODEGEN_INSTANCESTATE_H
#define WASMC_CODEGEN_INSTANCESTATE_H

#include "llvm/ADT/StringMap.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"

namespace wasmc {

struct ProgramPlan;

// Offsets by symbol, for all modules of a program. Empty if there is one
// instance.
struct InstanceBlock {
  llvm::StringMap<uint64_t> offsets;
  uint64_t bytes = 0;
};

// Places the state of all units, whose symbols are named. `spillBytes`: of the
// area for parameters and results that registers do not hold.
void layOutInstances(ProgramPlan &program, uint64_t spillBytes);

// Marks the first parameter of a function, and of calls of it, as the instance.
void setInstanceParam(llvm::Function &function, uint64_t blockBytes);
void setInstanceArgument(llvm::CallBase &call);

// The instance in `function`: its first parameter if that is marked, else what
// the runtime says, asked once at the start.
llvm::Value *instanceIn(llvm::Function &function);

// Replaces the globals that have an offset.
void lowerInstanceState(llvm::Module &module, const InstanceBlock &block);

} // namespace wasmc

#endif
