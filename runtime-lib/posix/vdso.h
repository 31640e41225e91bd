// The functions that the kernel maps into every process, so that reading a
// clock needs no system call.

#ifndef WASMC_POSIX_VDSO_H
#define WASMC_POSIX_VDSO_H

#include <stdint.h>

// As the system call clock_gettime.
using VdsoClockGettime = int (*)(int32_t clock, void *time);

// Null if the kernel offers none.
VdsoClockGettime findVdsoClockGettime();

#endif
