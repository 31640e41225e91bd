// Equality of types. Types are equal if their recursive groups are equal and
// they are the same member (core spec 3.3.1); all types of a module, and later
// those of several modules, are numbered by keys of their groups.

#ifndef WASMC_FRONTEND_TYPEGROUPS_H
#define WASMC_FRONTEND_TYPEGROUPS_H

#include "Types.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace wasmc {

// Text that two groups share if and only if they are equal. `first` is the type
// index of the group's first member: an index inside the group is written
// relative to it, any other as the number that `numberOf` gives it.
std::string keyOfTypeGroup(llvm::ArrayRef<FuncType> group, uint32_t first,
                           llvm::function_ref<uint32_t(uint32_t)> numberOf);

} // namespace wasmc

#endif
