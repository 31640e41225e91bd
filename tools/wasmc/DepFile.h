// -MD: tells make or ninja which files the output was made from.

#ifndef WASMC_TOOLS_DEPFILE_H
#define WASMC_TOOLS_DEPFILE_H

#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace wasmc {

struct DriverOptions;

struct DepFileOptions {
  std::string path; // empty: none is wanted
  // As they are written into the file; escaped already.
  std::vector<std::string> targets;
  bool phonyTargets = false;                 // -MP
  std::vector<std::string> additionalInputs; // response files
};

// `path` as make and ninja read it in a rule.
std::string quoteForMake(llvm::StringRef path);

// The rule: the targets depend on every file that `options` name.
std::string depFileText(const DriverOptions &options);

// Writes it, whole or not at all.
llvm::Error writeDepFile(const DriverOptions &options);

} // namespace wasmc

#endif
