// Bounds on what a module may ask of the compiler, settable one by one.

#ifndef WASMC_FRONTEND_LIMITS_H
#define WASMC_FRONTEND_LIMITS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace wasmc {

struct ImplementationLimits {
#define LIMIT(field, cliName, defaultValue, description)                       \
  uint64_t field = defaultValue;
#include "Limits.def"

  // Sets the limit that -flimit-NAME=value names; false if there is none.
  static bool set(ImplementationLimits &limits, llvm::StringRef name,
                  uint64_t value);
};

struct LimitInfo {
  uint64_t ImplementationLimits::*field;
  llvm::StringLiteral cliName;
  uint64_t defaultValue;
  llvm::StringLiteral description;
};

// Every row of Limits.def, in order.
llvm::ArrayRef<LimitInfo> allLimits();

// The row of a limit, e.g. limitInfo(&ImplementationLimits::locals).
const LimitInfo &limitInfo(uint64_t ImplementationLimits::*field);

} // namespace wasmc

#endif
