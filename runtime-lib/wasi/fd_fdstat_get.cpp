// fd_fdstat_get: what a descriptor is and allows.

#include "fd_table.h"
#include "guest_memory.h"
#include "wasi_functions.h"

// Stores the type, flags and rights of `fd` (WasiFdstat) at `result`.
//
// EBADF: not open. EFAULT: the result lies outside guest memory.
extern "C" uint32_t wasmc_wasi_fd_fdstat_get(uint32_t fd, uint32_t result) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, 0, &entry))
    return error;
  if (!guestValid(result, sizeof(WasiFdstat)))
    return WASI_EFAULT;
  WasiFdstat stat;
  __builtin_memset(&stat, 0, sizeof(stat)); // its padding, too
  stat.filetype = entry->type;
  stat.flags = entry->fdflags;
  stat.rightsBase = entry->rightsBase;
  stat.rightsInheriting = entry->rightsInheriting;
  guestStore(result, stat);
  return WASI_SUCCESS;
}
