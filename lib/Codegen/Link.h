// Objects in, a program out, by lld in this process. A second CMake target
// (wasmcLink): the only user of lld.
//
// lld keeps global state: one link per process, as its last step.

#ifndef WASMC_CODEGEN_LINK_H
#define WASMC_CODEGEN_LINK_H

#include "Options.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace wasmc {

// The target's canonical name, which is also its folder's: "x86_64-linux".
llvm::StringRef targetName(TargetKind target);

// The running executable.
std::string compilerPath();

// The folder of the target's runtime library, beside the running compiler:
// <its folder>/../lib/wasmc/<target>.
std::string runtimeDir(TargetKind target);

struct LinkRequest {
  TargetKind target;
  std::vector<std::string> objects; // paths
  std::string runtimeDir; // lib/wasmc/<triple>: libwasmc_rt.a and, for
                          // Windows, the import libraries
  std::string output;     // written by lld; the caller renames it into place
  uint64_t stackSize = 8 << 20;
  bool stripAll = true;
  bool relocatable = false; // -r (ELF only)
  bool shared = false;      // a shared library of that name and these symbols:
  std::string sharedName;
  std::vector<std::string> exports;
  std::string importLibrary; // of a DLL: where it is written
  // The host's objects and archives.
  std::vector<std::string> hostObjects;
  unsigned threads = 0; // 0: as many as there are cores
};

// The argument vector lld is given (for -### and -v).
std::vector<std::string> linkArguments(const LinkRequest &request);

// Runs lld; its diagnostics become the error's text.
llvm::Error link(const LinkRequest &request);

} // namespace wasmc

#endif
