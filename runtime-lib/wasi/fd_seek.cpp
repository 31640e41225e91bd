// fd_seek: the current position of a file.

#include "fd_table.h"
#include "guest_memory.h"
#include "wasi_functions.h"

// Moves the position of `fd` to `offset` (signed) from the start (`whence` 0),
// the current position (1) or the end (2), and stores it (u64) at `result`.
//
// EBADF: not open. EISDIR: a directory. ENOTCAPABLE: the right is missing.
// ESPIPE: no file. EINVAL: an unknown `whence` or a negative position. EFAULT:
// the result lies outside guest memory; nothing moved.
extern "C" uint32_t wasmc_wasi_fd_seek(uint32_t fd, uint64_t offset,
                                       uint32_t whence, uint32_t result) {
  FdEntry *entry;
  bool onlyTells = offset == 0 && whence == WhenceCur;
  if (WasiErrno error =
          fdFindSeekable(fd, onlyTells ? RightFdTell : RightFdSeek, &entry))
    return error;
  if (whence > WhenceEnd)
    return WASI_EINVAL;
  if (!guestValid(result, 8))
    return WASI_EFAULT;
  uint64_t position;
  if (WasiErrno error =
          os_seek(entry->handle, int64_t(offset), whence, &position))
    return error;
  guestStore(result, position);
  return WASI_SUCCESS;
}
