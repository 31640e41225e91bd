// fd_tell: the current position of a file.

#include "fd_table.h"
#include "guest_memory.h"
#include "wasi_functions.h"

// Stores the position of `fd` (u64) at `result`.
//
// EBADF: not open. EISDIR: a directory. ENOTCAPABLE: the right is missing.
// ESPIPE: no file. EFAULT: the result lies outside guest memory.
extern "C" uint32_t wasmc_wasi_fd_tell(uint32_t fd, uint32_t result) {
  FdEntry *entry;
  if (WasiErrno error = fdFindSeekable(fd, RightFdTell, &entry))
    return error;
  if (!guestValid(result, 8))
    return WASI_EFAULT;
  uint64_t position;
  if (WasiErrno error = os_seek(entry->handle, 0, WhenceCur, &position))
    return error;
  guestStore(result, position);
  return WASI_SUCCESS;
}
