// fd_sync: a file's bytes and attributes on the disk.

#include "fd_table.h"
#include "wasi_functions.h"

// Waits until what was written to `fd` is stored.
//
// EBADF: not open. ENOTCAPABLE: the right is missing. EINVAL: nothing that can
// be stored. EIO, ENOSPC: of the OS.
extern "C" uint32_t wasmc_wasi_fd_sync(uint32_t fd) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdSync, &entry))
    return error;
  return os_sync(entry->handle, false);
}
