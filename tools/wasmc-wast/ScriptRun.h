// From a planned script to what its calls did: compiled, linked and run.

#ifndef WASMC_WAST_SCRIPTRUN_H
#define WASMC_WAST_SCRIPTRUN_H

#include "ScriptPlan.h"

namespace wasmc {

struct RunSettings {
  ReaderOptions reader;
  CodegenOptions codegen;
  std::string runtimeDir;            // of the target: lib/wasmc/<triple>
  std::vector<std::string> launcher; // before the program, as "wine"
  unsigned timeout = 300;            // seconds the program may take
  std::string tempDir;               // for the program; must exist
};

struct RunResult {
  std::map<uint32_t, CallOutcome> outcomes; // by index into plan.commands
  std::string failure; // how the program ended, if not by itself; else ""
};

// The error is one of the compiler or of the linker. lld allows one call of
// this in a process.
llvm::Expected<RunResult> runScript(const ScriptPlan &plan,
                                    const RunSettings &settings);

} // namespace wasmc

#endif
