// An LLVM module becomes bytes: an object, assembly or IR.

#ifndef WASMC_CODEGEN_OBJECTEMITTER_H
#define WASMC_CODEGEN_OBJECTEMITTER_H

#include "Compile.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

namespace wasmc {

llvm::SmallVector<char, 0>
emitOutput(llvm::Module &module, llvm::TargetMachine &machine, OutputKind kind);

} // namespace wasmc

#endif
