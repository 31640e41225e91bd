// Options.td as LLVM's option library sees it.

#ifndef WASMC_TOOLS_OPTIONTABLE_H
#define WASMC_TOOLS_OPTIONTABLE_H

#include "llvm/Option/OptTable.h"
#include "llvm/Option/Option.h"

namespace wasmc {

// OPT_NAME for each option of Options.td.
enum OptionID {
  OPT_INVALID = 0,
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

class WasmcOptTable : public llvm::opt::GenericOptTable {
public:
  WasmcOptTable();
};

} // namespace wasmc

#endif
