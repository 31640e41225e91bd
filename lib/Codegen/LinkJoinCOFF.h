// Joins COFF objects to one, as `ld -r` does for ELF: lld cannot.

#ifndef WASMC_CODEGEN_LINKJOINCOFF_H
#define WASMC_CODEGEN_LINKJOINCOFF_H

#include "LinkLibrary.h"

namespace wasmc {

// The bytes of one object with the sections and symbols of all. What one needs
// and another defines is resolved; of weak definitions the strong one counts.
// Fails if there are more sections than the format can number.
llvm::Expected<std::string> joinCOFF(llvm::ArrayRef<ObjectMember> members);

} // namespace wasmc

#endif
