// The options that only print something: --version, --print-targets and such.

#ifndef WASMC_TOOLS_INFO_H
#define WASMC_TOOLS_INFO_H

#include "Options.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace wasmc {

// The target's canonical name, which is also its folder's: "x86_64-linux".
llvm::StringRef targetName(TargetKind target);

// The running executable.
std::string compilerPath();

// The folder of the target's runtime library, beside the running compiler:
// <its folder>/../lib/wasmc/<target>.
std::string runtimeDir(TargetKind target);

// Does what a Print action asks for; false if `options` asks for none.
bool printInfo(const DriverOptions &options, llvm::raw_ostream &os);

} // namespace wasmc

#endif
