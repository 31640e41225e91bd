// Bytes in, a validated Module out (all but the function bodies).

#ifndef WASMC_FRONTEND_MODULEREADER_H
#define WASMC_FRONTEND_MODULEREADER_H

#include "Module.h"
#include "ReaderOptions.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace wasmc {

// Decodes and validates everything but the bodies. `bytes` must outlive the
// result. The error is a WasmError.
llvm::Expected<std::unique_ptr<Module>>
readModule(llvm::StringRef bytes, const ReaderOptions &options);

// Validates every body and fills module.facts. Returns the error with the
// smallest offset.
llvm::Error validateBodies(Module &module, const ReaderOptions &options);

} // namespace wasmc

#endif
