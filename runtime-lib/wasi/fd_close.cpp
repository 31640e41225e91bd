// fd_close: the end of a descriptor.

#include "fd_table.h"
#include "wasi_functions.h"

// Closes `fd`, whose number is free afterwards even when an error of the OS is
// returned. Preopened directories and standard input, output and error can be
// closed like any other.
//
// EBADF: not open. EIO, ENOSPC, EDQUOT: earlier writes failed late.
extern "C" uint32_t wasmc_wasi_fd_close(uint32_t fd) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, 0, &entry))
    return error;
  return fdRelease(fd);
}
