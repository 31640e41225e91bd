// sock_send: bytes to a socket.

#include "sockets.h"
#include "transfer.h"
#include "wasi_functions.h"

// Writes the buffers of the `iovs_len` vectors at `iovs` to the socket `fd` and
// stores the number of bytes written (u32) at `size`; it is less than asked for
// only on a non-blocking socket. `flags` is 0: WASI defines none.
//
// EBADF: not open, or it listens. ENOTSOCK: no socket. ENOTSUP: no stream
// socket. EINVAL: flags. EFAULT: an address lies outside guest memory; nothing
// was written. EAGAIN: a non-blocking socket has no room. EPIPE, ECONNRESET,
// ECONNABORTED: the other side is gone.
extern "C" uint32_t wasmc_wasi_sock_send(uint32_t fd, uint32_t iovs,
                                         uint32_t iovs_len, uint32_t flags,
                                         uint32_t size) {
  FdEntry *entry;
  if (WasiErrno error = findSocket(fd, RightFdWrite, &entry))
    return error;
  if (flags)
    return WASI_EINVAL;
  return transferVectors(
      iovs, iovs_len, size, true,
      [entry](const OsBuffer *buffers, uint32_t count, uint64_t, size_t *done) {
        return os_send(entry->handle, buffers, count, done);
      });
}
