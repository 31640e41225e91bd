// Runs jobs in child processes, several at a time: a crash of the compiler ends
// one of them, and lld is run once in each.

#ifndef WASMC_WAST_JOBPOOL_H
#define WASMC_WAST_JOBPOOL_H

#include "ScriptJob.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace wasmc {

// Calls run(job, its folder below `tempDir`, stream) in a child for each job
// and copies what it writes to `os`, in the order of the jobs. `name(job)` is
// for the message about a child that dies.
Counts runJobs(
    llvm::ArrayRef<ScriptJob> jobs, unsigned parallel,
    const std::string &tempDir, llvm::raw_ostream &os,
    llvm::function_ref<Counts(const ScriptJob &job, const std::string &jobDir,
                              llvm::raw_ostream &os)>
        run);

} // namespace wasmc

#endif
