// The rows of Options.td.

#include "OptionTable.h"

using namespace llvm;
using namespace llvm::opt;

namespace wasmc {

#define PREFIX(NAME, VALUE)                                                    \
  constexpr StringLiteral NAME##_init[] = VALUE;                               \
  constexpr ArrayRef<StringLiteral> NAME(NAME##_init,                          \
                                         std::size(NAME##_init) - 1);
#include "Options.inc"
#undef PREFIX

static constexpr OptTable::Info infoTable[] = {
#define OPTION(...) LLVM_CONSTRUCT_OPT_INFO(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

WasmcOptTable::WasmcOptTable() : GenericOptTable(infoTable) {}

} // namespace wasmc
