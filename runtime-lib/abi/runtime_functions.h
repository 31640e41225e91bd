// Declares every function of RuntimeFunctions.def, so that a definition with
// another signature than the one generated code calls does not compile.

#ifndef WASMC_RUNTIME_FUNCTIONS_H
#define WASMC_RUNTIME_FUNCTIONS_H

#include <stdint.h>

namespace runtime_signature {
using Void = void;
using I32 = uint32_t;
using I64 = uint64_t;
using Ptr = void *;
extern "C" {
#define RUNTIME_FUNCTION(symbol, result, parameters) result symbol parameters;
#include "RuntimeFunctions.def"
}
} // namespace runtime_signature

#endif
