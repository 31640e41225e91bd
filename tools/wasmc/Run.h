// `wasmc run`: compiles a module into a cache and becomes the program.

#ifndef WASMC_TOOLS_RUN_H
#define WASMC_TOOLS_RUN_H

#include "Diagnostics.h"
#include "Options.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace wasmc {

// Runs the program that `options` describe, from the cache or by `compile`,
// which makes the program `options.output` and reports its errors to `diags`.
// Returns only if that fails.
void runProgram(DriverOptions &options, Diagnostics &diags,
                llvm::function_ref<void()> compile);

} // namespace wasmc

#endif
