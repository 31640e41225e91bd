// The targets wasmc compiles for, and LLVM's view of them.

#ifndef WASMC_CODEGEN_TARGET_H
#define WASMC_CODEGEN_TARGET_H

#include "Options.h"
#include "llvm/Support/Error.h"
#include "llvm/Target/TargetMachine.h"
#include <memory>
#include <string>

namespace wasmc {

// Registers LLVM's x86 back end; call once, before anything else here.
void initializeTargets();

// A fresh TargetMachine (they are not shared between threads).
std::unique_ptr<llvm::TargetMachine>
createTargetMachine(const CodegenOptions &options);

// The x86-64-vN level (1 to 4) that code for the chosen CPU needs at least.
unsigned cpuLevelOf(const llvm::TargetMachine &machine);

} // namespace wasmc

#endif
