// The functions of WASI that programs can import, from WasiFunctions.def.

#ifndef WASMC_CODEGEN_WASITABLE_H
#define WASMC_CODEGEN_WASITABLE_H

#include "Frontend/Types.h"
#include "llvm/ADT/StringRef.h"

namespace wasmc {

struct WasiFunction {
  FuncType type;
  llvm::StringRef symbol; // of the runtime's implementation
  // Its name and how its arguments are shown; empty if calls never are.
  llvm::StringRef traceText;
};

// Whether imports from that module are WASI's.
bool isWasiModule(llvm::StringRef module);

// What `module`.`name` is; null if WASI has no such function.
const WasiFunction *wasiFunction(llvm::StringRef module, llvm::StringRef name);

// Programs call WASI functions by this symbol. Of those whose calls can be
// shown, it is the trace's, which prints them unless the policy is locked.
std::string calledSymbol(const WasiFunction &function);

} // namespace wasmc

#endif
