// Declares every wasmc_wasi_NAME from the table, so that a definition with
// another signature than the one the compiler calls does not compile.

#ifndef WASMC_WASI_FUNCTIONS_H
#define WASMC_WASI_FUNCTIONS_H

#include "wasi_types.h"

namespace wasi_signature {
using Void = void;
using I32 = uint32_t;
using I64 = uint64_t;
extern "C" {
#define WASI_FUNCTION(name, result, parameters, ...)                           \
  result wasmc_wasi_##name parameters;
#define WASI_UNSTABLE(name, arguments)                                         \
  decltype(wasmc_wasi_##name) wasmc_wasi_unstable_##name;
#define WASI_THREADS_FUNCTION(text, name, result, parameters)                  \
  result wasmc_wasi_##name parameters;
#include "WasiFunctions.def"
}
} // namespace wasi_signature

#endif
