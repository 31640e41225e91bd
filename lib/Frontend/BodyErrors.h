// Which of a malformed module's errors is the one to report. Bodies are decoded
// long after the sections, but stand before some of them; and where a body ends
// is known only by decoding it, whatever its size says.

#ifndef WASMC_FRONTEND_BODYERRORS_H
#define WASMC_FRONTEND_BODYERRORS_H

#include "Module.h"
#include "ReaderOptions.h"
#include "llvm/Support/Error.h"

namespace wasmc {

// If `error` says that the module is malformed: the error of the first body
// that is, when the module is decoded in order as the specification's grammar
// has it; or `error` itself if none is.
llvm::Error precedingBodyError(const Module &module,
                               const ReaderOptions &options, llvm::Error error);

} // namespace wasmc

#endif
