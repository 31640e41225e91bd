// A module as a static library: its objects and what they need of the runtime,
// under names of their own, so that two of them, and the host's C library, go
// into one program. And what objects of a host define.

#ifndef WASMC_CODEGEN_LINKLIBRARY_H
#define WASMC_CODEGEN_LINKLIBRARY_H

#include "Options.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <set>
#include <string>
#include <vector>

namespace wasmc {

// An object and its name in an archive.
struct ObjectMember {
  std::string name, bytes;
};

struct LibraryRequest {
  TargetKind target;
  std::string runtimeDir;
  std::string nameSpace;
  std::vector<ObjectMember> objects;
  std::vector<std::string> symbols; // that keep their names
};

// The objects and those of the runtime library that they need. Every other
// symbol that one of them defines is renamed to <namespace>.<symbol>.
llvm::Expected<std::vector<ObjectMember>>
selfContained(const LibraryRequest &request);

// The bytes of an archive, the same for the same members.
llvm::Expected<std::string> archiveOf(const std::vector<ObjectMember> &members,
                                      TargetKind target);

// Adds the global symbols that an object, or a member of an archive, defines.
// What is for another target is an error, and so is an object with constructors
// unless something runs them.
llvm::Error addDefinedSymbols(const std::string &path, TargetKind target,
                              bool runsConstructors,
                              std::set<std::string, std::less<>> &symbols);

} // namespace wasmc

#endif
