// Words for errno numbers, from WasiErrno.def.

#ifndef WASMC_WASI_ERRNO_TEXT_H
#define WASMC_WASI_ERRNO_TEXT_H

#include "wasi_errno.h"

// "No such file or directory". `error` is one of the table's.
const char *errnoText(WasiErrno error);

#endif
