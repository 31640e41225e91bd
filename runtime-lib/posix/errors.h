// Linux errno numbers as WASI's.

#ifndef WASMC_POSIX_ERRORS_H
#define WASMC_POSIX_ERRORS_H

#include "../wasi/wasi_errno.h"

// `result` is what a system call returned: success unless it is in [-4095, -1].
WasiErrno toWasiErrno(int64_t result);

#endif
