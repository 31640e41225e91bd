// A module as text, for people and for FileCheck: what --dump prints.

#ifndef WASMC_FRONTEND_DUMP_H
#define WASMC_FRONTEND_DUMP_H

#include "Module.h"
#include "ReaderOptions.h"
#include "llvm/Support/raw_ostream.h"

namespace wasmc {

// Prints the sections and, if `code`, each body as instructions with their
// module offsets. A body need not be valid: the dump of one that cannot be
// decoded ends with the reason.
void dumpModule(llvm::raw_ostream &os, const Module &module,
                const ReaderOptions &options, bool code);

} // namespace wasmc

#endif
