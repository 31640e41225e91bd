// A function body as a list of instructions.

#ifndef WASMC_FRONTEND_DUMPCODE_H
#define WASMC_FRONTEND_DUMPCODE_H

#include "Module.h"
#include "ReaderOptions.h"
#include "llvm/Support/raw_ostream.h"

namespace wasmc {

// Prints the body of the defined function `funcidx`: a line for each group of
// locals and for each instruction, indented by the blocks around it.
void dumpCode(llvm::raw_ostream &os, const Module &module, uint32_t funcidx,
              const ReaderOptions &options);

} // namespace wasmc

#endif
