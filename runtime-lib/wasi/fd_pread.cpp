// fd_pread: bytes from a place in a file.

#include "transfer.h"
#include "wasi_functions.h"

// Reads into the buffers of the iovec array (`iovs`, `iovs_len`) from byte
// `offset` on, without moving the current position; stores how many bytes
// came (u32) at `nread`: 0 at or after the end.
//
// EFAULT: an address lies outside guest memory. EBADF: `fd` is not open for
// reading. EISDIR: a directory. ENOTCAPABLE: no right to seek. ESPIPE: no
// file. EINVAL: `offset` is beyond what a file can have. EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_pread(uint32_t fd, uint32_t iovs,
                                        uint32_t iovs_len, uint64_t offset,
                                        uint32_t nread) {
  FdEntry *entry;
  if (WasiErrno error = fdFindSeekable(fd, RightFdRead | RightFdSeek, &entry))
    return error;
  if (!validOffset(offset))
    return WASI_EINVAL;
  return transferVectors(
      iovs, iovs_len, nread, true,
      [entry, offset](const OsBuffer *buffers, uint32_t count, uint64_t moved,
                      size_t *done) {
        return os_pread(entry->handle, buffers, count, offset + moved, done);
      });
}
