// sock_recv: bytes from a socket.

#include "sockets.h"
#include "transfer.h"
#include "wasi_functions.h"

// Reads from the socket `fd` into the buffers of the `iovs_len` vectors at
// `iovs` and stores the number of bytes (u32) at `size`, which is 0 at the end,
// and the roflags (u16) at `oflags`. `flags` are riflags: `peek` leaves the
// bytes there, `waitall` waits until the buffers are full or the end.
//
// EBADF: not open, or it listens. ENOTSOCK: no socket. ENOTSUP: no stream
// socket. EINVAL: an unknown flag. ENOTSUP: `peek` with `waitall`, on Windows.
// EFAULT: an address lies outside guest memory; nothing was read. EAGAIN: a
// non-blocking socket has nothing. ECONNRESET: the other side is gone.
extern "C" uint32_t wasmc_wasi_sock_recv(uint32_t fd, uint32_t iovs,
                                         uint32_t iovs_len, uint32_t flags,
                                         uint32_t size, uint32_t oflags) {
  FdEntry *entry;
  if (WasiErrno error = findSocket(fd, RightFdRead, &entry))
    return error;
  if (flags & ~uint32_t(RecvAll))
    return WASI_EINVAL;
  if (!guestValid(oflags, 2))
    return WASI_EFAULT;
  if (entry->fdflags & FdflagNonblock) // never waits
    flags &= ~uint32_t(RecvWaitall);
  bool truncated = false;
  // A second peek would give the same bytes once more.
  bool repeat = flags == RecvWaitall;
  WasiErrno error = transferVectors(
      iovs, iovs_len, size, repeat,
      [&](const OsBuffer *buffers, uint32_t count, uint64_t, size_t *done) {
        return os_receive(entry->handle, buffers, count, flags, done,
                          &truncated);
      });
  if (!error)
    guestStore(oflags, uint16_t(truncated ? RecvDataTruncated : 0));
  return error;
}
