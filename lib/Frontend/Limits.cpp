// Names of the implementation limits.

#include "Limits.h"
#include "llvm/Support/ErrorHandling.h"

using namespace llvm;
using namespace wasmc;

ArrayRef<LimitInfo> wasmc::allLimits() {
  static constexpr LimitInfo infos[] = {
#define LIMIT(field, cliName, defaultValue, description)                       \
  {&ImplementationLimits::field, cliName, defaultValue, description},
#include "Limits.def"
  };
  return infos;
}

const LimitInfo &wasmc::limitInfo(uint64_t ImplementationLimits::*field) {
  for (const LimitInfo &info : allLimits())
    if (info.field == field)
      return info;
  llvm_unreachable("every limit has a row");
}

bool ImplementationLimits::set(ImplementationLimits &limits, StringRef name,
                               uint64_t value) {
  for (const LimitInfo &info : allLimits()) {
    if (info.cliName != name)
      continue;
    limits.*info.field = value;
    return true;
  }
  return false;
}
