// The functions of WASI that programs can import, from WasiFunctions.def.

#ifndef WASMC_CODEGEN_WASITABLE_H
#define WASMC_CODEGEN_WASITABLE_H

#include "Frontend/Types.h"
#include "llvm/ADT/StringRef.h"

namespace wasmc {

struct WasiFunction {
  FuncType type;
  llvm::StringRef symbol;    // of the runtime's implementation
  llvm::StringRef traceText; // its name and how its arguments are shown
};

// What `module`.`name` is; null if WASI has no such function.
const WasiFunction *wasiFunction(llvm::StringRef module, llvm::StringRef name);

// Programs call WASI functions by this symbol, whose definition can print the
// calls, unless their policy is locked.
std::string tracedSymbol(const WasiFunction &function);

} // namespace wasmc

#endif
