// The options that only print something: --version, --print-targets and such.

#ifndef WASMC_TOOLS_INFO_H
#define WASMC_TOOLS_INFO_H

#include "Options.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace wasmc {

// Does what a Print action asks for; false if `options` asks for none.
bool printInfo(const DriverOptions &options, llvm::raw_ostream &os);

} // namespace wasmc

#endif
