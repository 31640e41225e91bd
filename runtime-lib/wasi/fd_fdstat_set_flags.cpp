// fd_fdstat_set_flags: append and non-blocking mode.

#include "fd_table.h"
#include "wasi_functions.h"

// Gives `fd` the fdflags `flags`, of which `append` and `nonblock` can change.
//
// EBADF: not open. ENOTCAPABLE: the right is missing. EINVAL: unknown flags.
// ENOTSUP: another flag would change.
extern "C" uint32_t wasmc_wasi_fd_fdstat_set_flags(uint32_t fd,
                                                   uint32_t flags) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdFdstatSetFlags, &entry))
    return error;
  if (flags & ~uint32_t(FdflagsAll))
    return WASI_EINVAL;
  const uint32_t changeable = FdflagAppend | FdflagNonblock;
  if ((flags ^ entry->fdflags) & ~changeable)
    return WASI_ENOTSUP;
  if (WasiErrno error = os_set_flags(entry->handle, uint16_t(flags)))
    return error;
  entry->fdflags = uint16_t(flags);
  return WASI_SUCCESS;
}
