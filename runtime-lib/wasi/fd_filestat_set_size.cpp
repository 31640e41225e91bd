// fd_filestat_set_size: a file's length.

#include "fd_table.h"
#include "wasi_functions.h"

// Makes the file `fd` `size` bytes long; new bytes are zero.
//
// EBADF: not open. EISDIR: a directory. ENOTCAPABLE: the right is missing.
// EINVAL: not open for writing, no file, or `size` beyond 2^63 - 1. EFBIG,
// ENOSPC, EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_filestat_set_size(uint32_t fd,
                                                    uint64_t size) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdFilestatSetSize, &entry))
    return error;
  if (size > uint64_t(INT64_MAX))
    return WASI_EINVAL;
  return os_set_size(entry->handle, size);
}
