// Decides what provides each import (core spec 4.5.4, 3.5.14), and says what is
// missing.

#ifndef WASMC_CODEGEN_IMPORTS_H
#define WASMC_CODEGEN_IMPORTS_H

#include "ProgramPlan.h"

namespace wasmc {

// Fills `functions`, `tables`, `memories` and `globals` of every unit's plan,
// and `functionSymbols` of imports that the runtime provides. All imports that
// nothing provides, or that have another type than what provides them, are
// gathered into one error.
//
// A memory or table may have grown before a module that imports it is
// instantiated: if the program grows any, sizes are left to run time.
llvm::Error resolveImports(ProgramPlan &program,
                           llvm::ArrayRef<ProgramUnit> units);

} // namespace wasmc

#endif
