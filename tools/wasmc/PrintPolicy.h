// --print-policy: what a finished program may use of the system.

#ifndef WASMC_TOOLS_PRINTPOLICY_H
#define WASMC_TOOLS_PRINTPOLICY_H

#include "llvm/Support/Error.h"
#include <string>

namespace llvm {
class raw_ostream;
}

namespace wasmc {

// Prints the policy of the program or object file at `path`, which wasmc made
// for whichever target. An error if it is something else.
llvm::Error printPolicy(const std::string &path, llvm::raw_ostream &os);

} // namespace wasmc

#endif
