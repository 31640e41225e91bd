// fd_prestat_dir_name: the guest's name for a preopened directory.

#include "guest_memory.h"
#include "preopens.h"
#include "wasi_functions.h"

// Stores the name of the preopened `fd`, without a terminator, at `buffer`,
// which has room for `size` bytes.
//
// EBADF: not open, or not preopened. ENAMETOOLONG: `size` is too small; nothing
// was written. EFAULT: the buffer lies outside guest memory.
extern "C" uint32_t wasmc_wasi_fd_prestat_dir_name(uint32_t fd, uint32_t buffer,
                                                   uint32_t size) {
  FdEntry *entry;
  if (WasiErrno error = findPreopen(fd, &entry))
    return error;
  if (!guestValid(buffer, size))
    return WASI_EFAULT;
  if (size < entry->preopenNameSize)
    return WASI_ENAMETOOLONG;
  __builtin_memcpy(guestPointer(buffer), entry->preopenName,
                   entry->preopenNameSize);
  return WASI_SUCCESS;
}
