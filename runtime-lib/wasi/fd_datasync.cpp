// fd_datasync: a file's bytes on the disk.

#include "fd_table.h"
#include "wasi_functions.h"

// Waits until the bytes written to `fd` are stored.
//
// EBADF: not open. EISDIR: a directory. ENOTCAPABLE: the right is missing.
// EINVAL: nothing that can be stored. EIO, ENOSPC: of the OS.
extern "C" uint32_t wasmc_wasi_fd_datasync(uint32_t fd) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdDatasync, &entry))
    return error;
  return os_sync(entry->handle, true);
}
