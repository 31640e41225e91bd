// fd_pwrite: bytes to a place in a file.

#include "transfer.h"
#include "wasi_functions.h"

// Writes the buffers of the ciovec array (`iovs`, `iovs_len`) from byte
// `offset` on, without moving the current position; stores how many bytes
// were taken (u32) at `nwritten`. A file opened with `append` is written at
// its end.
//
// EFAULT: an address lies outside guest memory. EBADF: `fd` is not open for
// writing. EISDIR: a directory. ENOTCAPABLE: no right to seek. ESPIPE: no
// file. EINVAL: `offset` is beyond what a file can have. ENOSPC, EDQUOT,
// EFBIG, EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_pwrite(uint32_t fd, uint32_t iovs,
                                         uint32_t iovs_len, uint64_t offset,
                                         uint32_t nwritten) {
  FdEntry *entry;
  if (WasiErrno error = fdFindSeekable(fd, RightFdWrite | RightFdSeek, &entry))
    return error;
  if (!validOffset(offset))
    return WASI_EINVAL;
  return transferVectors(
      iovs, iovs_len, nwritten, true,
      [entry, offset](const OsBuffer *buffers, uint32_t count, uint64_t moved,
                      size_t *done) {
        return os_pwrite(entry->handle, buffers, count, offset + moved, done);
      });
}
