// Decides what provides each import, and says what is missing.

#ifndef WASMC_CODEGEN_IMPORTS_H
#define WASMC_CODEGEN_IMPORTS_H

#include "Frontend/Module.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace wasmc {

// The runtime symbol of each imported function, in index order. All imports
// that nothing provides, or that have another type than what provides them,
// are gathered into one error.
llvm::Expected<std::vector<std::string>> resolveImports(const Module &module);

} // namespace wasmc

#endif
