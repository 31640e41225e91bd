// fd_write: bytes to a descriptor.

#include "transfer.h"
#include "wasi_functions.h"

// Writes the buffers of the ciovec array (`iovs`, `iovs_len`) at the current
// position, or at the end of a file opened with `append`; stores how many
// bytes were taken (u32) at `nwritten`, which may be fewer.
//
// EFAULT: an address lies outside guest memory; nothing was written. EBADF:
// `fd` is not open for writing. EISDIR: a directory. EPIPE: nobody can read
// any more. EAGAIN: a non-blocking descriptor is full. ENOSPC, EDQUOT, EFBIG,
// EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_write(uint32_t fd, uint32_t iovs,
                                        uint32_t iovs_len, uint32_t nwritten) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdWrite, &entry))
    return error;
  return transferVectors(
      iovs, iovs_len, nwritten, true,
      [entry](const OsBuffer *buffers, uint32_t count, uint64_t, size_t *done) {
        return os_write(entry->handle, buffers, count,
                        entry->fdflags & FdflagAppend, done);
      });
}
