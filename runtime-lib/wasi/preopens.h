// The directories that the policy opens. A function that includes this is
// linked with them.

#ifndef WASMC_WASI_PREOPENS_H
#define WASMC_WASI_PREOPENS_H

#include "fd_table.h"

// Finds descriptor `fd`, which must be a directory with all of `rights`.
// EBADF: not open; ENOTDIR: no directory; ENOTCAPABLE: a right is missing.
WasiErrno findDirectory(uint32_t fd, uint64_t rights, FdEntry **entry);

// Whether the guest looked for a directory that it was not given: for a first
// one where there is none, or outside of all.
extern bool missedDirectory;

// Finds a preopened directory. EBADF: not open, or opened by the guest.
WasiErrno findPreopen(uint32_t fd, FdEntry **entry);

#endif
