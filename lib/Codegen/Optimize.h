// Our own pass pipeline for each -O level: what pays on code that a compiler
// has optimised once already, and nothing that would lose a trap.

#ifndef WASMC_CODEGEN_OPTIMIZE_H
#define WASMC_CODEGEN_OPTIMIZE_H

#include "Options.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

namespace wasmc {

// `remark` is told what was left out.
void optimize(llvm::Module &module, llvm::TargetMachine &machine,
              const CodegenOptions &options,
              llvm::function_ref<void(const llvm::Twine &)> remark);

} // namespace wasmc

#endif
