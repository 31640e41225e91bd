// fd_filestat_set_times: the times of an open file.

#include "fd_table.h"
#include "filestat.h"
#include "wasi_functions.h"

// Sets the access and modification times of `fd`, in nanoseconds since 1970:
// those that the fstflags `flags` name, to `atim` and `mtim` or to now.
//
// EBADF: not open. ENOTCAPABLE: the right is missing. EINVAL: unknown flags, or
// both a value and now for the same time. EPERM, EROFS, EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_filestat_set_times(uint32_t fd, uint64_t atim,
                                                     uint64_t mtim,
                                                     uint32_t flags) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdFilestatSetTimes, &entry))
    return error;
  if (!validFstflags(flags))
    return WASI_EINVAL;
  return os_set_times(entry->handle, {atim, mtim, uint16_t(flags)});
}
