// The errno numbers of WASI preview1 as an enumeration. Prefixed, because the
// OS folders also see the host's errno macros.

#ifndef WASMC_WASI_ERRNO_H
#define WASMC_WASI_ERRNO_H

#include <stdint.h>

enum WasiErrno : uint16_t {
#define WASI_ERRNO(name, number, text) WASI_##name = number,
#include "WasiErrno.def"
};

#endif
