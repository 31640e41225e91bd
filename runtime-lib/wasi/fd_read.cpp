// fd_read: bytes from a descriptor.

#include "transfer.h"
#include "wasi_functions.h"

// Reads into the buffers of the iovec array (`iovs`, `iovs_len`) from the
// current position and stores how many bytes came (u32) at `nread`: 0 at the
// end of a file or when the other end of a pipe is closed.
//
// EFAULT: an address lies outside guest memory; nothing was read. EBADF: `fd`
// is not open for reading. EISDIR: a directory. EAGAIN: a non-blocking
// descriptor has nothing. EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_read(uint32_t fd, uint32_t iovs,
                                       uint32_t iovs_len, uint32_t nread) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdRead, &entry))
    return error;
  // A second read of a pipe could wait although bytes are there to return.
  return transferVectors(
      iovs, iovs_len, nread, entry->type == FiletypeRegularFile,
      [entry](const OsBuffer *buffers, uint32_t count, uint64_t, size_t *done) {
        return os_read(entry->handle, buffers, count, done);
      });
}
