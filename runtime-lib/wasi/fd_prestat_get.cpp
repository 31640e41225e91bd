// fd_prestat_get: whether a descriptor was opened before the start.

#include "guest_memory.h"
#include "preopens.h"
#include "wasi_functions.h"

// Stores the kind of the preopened `fd` (0, a directory) and the length of its
// name (WasiPrestat) at `result`. Guests ask from number 3 on until EBADF.
//
// EBADF: not open, or not preopened. EFAULT: the result lies outside guest
// memory.
extern "C" uint32_t wasmc_wasi_fd_prestat_get(uint32_t fd, uint32_t result) {
  FdEntry *entry;
  if (WasiErrno error = findPreopen(fd, &entry))
    return error;
  if (!guestValid(result, sizeof(WasiPrestat)))
    return WASI_EFAULT;
  WasiPrestat prestat;
  __builtin_memset(&prestat, 0, sizeof(prestat)); // its padding, too
  prestat.nameLength = entry->preopenNameSize;
  guestStore(result, prestat);
  return WASI_SUCCESS;
}
