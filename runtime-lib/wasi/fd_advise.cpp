// fd_advise: how a file will be used.

#include "fd_table.h"
#include "wasi_functions.h"

// Tells the OS how the `size` bytes from `offset` on (to the end if 0) will be
// used: `advice` 0 normal, 1 sequential, 2 random, 3 soon, 4 not soon, 5 once.
//
// EBADF: not open. EISDIR: a directory. ENOTCAPABLE: the right is missing.
// EINVAL: unknown advice, or a range beyond 2^63 - 1. ESPIPE: no file.
extern "C" uint32_t wasmc_wasi_fd_advise(uint32_t fd, uint64_t offset,
                                         uint64_t size, uint32_t advice) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdAdvise, &entry))
    return error;
  if (entry->type == FiletypeDirectory)
    return WASI_EISDIR;
  const uint64_t last = INT64_MAX;
  if (advice > 5 || offset > last || size > last - offset)
    return WASI_EINVAL;
  return os_advise(entry->handle, offset, size, uint8_t(advice));
}
