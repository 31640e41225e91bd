// Which commands are expected to fail, and why: a file with a line for each.
//
//   core/some.wast:12,15: reason      these commands
//   core/gc/: reason                  all scripts of a folder are left out
//   core/other.wast: reason           this script is left out
//
// Empty lines and lines that begin with # say nothing.

#ifndef WASMC_WAST_SKIPLIST_H
#define WASMC_WAST_SKIPLIST_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace wasmc {

class SkipList {
public:
  // Parses the contents of the file; the error names the line.
  llvm::Error parse(llvm::StringRef contents);

  // `script` is a path below the suite's folder, with '/'.
  bool isLeftOut(llvm::StringRef script) const;
  // The lines of the script whose commands fail.
  std::set<uint32_t> linesOf(llvm::StringRef script) const;

private:
  std::vector<std::string> leftOut; // a folder ends in '/'
  std::map<std::string, std::set<uint32_t>> lines;
};

} // namespace wasmc

#endif
