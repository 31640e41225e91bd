// One script from its file to its verdicts.

#ifndef WASMC_WAST_SCRIPTJOB_H
#define WASMC_WAST_SCRIPTJOB_H

#include "ScriptRun.h"
#include "SkipList.h"
#include "llvm/Support/raw_ostream.h"

namespace wasmc {

// Numbers of commands.
struct Counts {
  unsigned passed = 0, failed = 0, skipped = 0;
  Counts &operator+=(const Counts &o) {
    passed += o.passed;
    failed += o.failed;
    skipped += o.skipped;
    return *this;
  }
};

struct ScriptJob {
  std::string path; // of the file
  std::string name; // in messages and in the skip list
};

// Runs the script and prints a line for each command that fails, at most
// `mostLines`.
Counts runJob(const ScriptJob &job, const RunSettings &settings,
              const SkipList &skips, unsigned mostLines, llvm::raw_ostream &os);

} // namespace wasmc

#endif
