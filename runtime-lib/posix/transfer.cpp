// Reading and writing by system call.

#include "io.h"

WasiErrno transfer(int64_t number, OsHandle handle, const OsBuffer *buffers,
                   uint32_t count, uint64_t offset, size_t *done) {
  static_assert(sizeof(OsBuffer) == 16); // struct iovec
  int64_t result;
  do // The high half of the offset is unused on 64-bit systems.
    result = sys(number, fdArg(handle), sysArg(buffers), count, offset, 0);
  while (result == interrupted);
  if (result < 0)
    return toWasiErrno(result);
  *done = size_t(result);
  return WASI_SUCCESS;
}

WasiErrno os_read(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                  size_t *done) {
  return transfer(__NR_readv, handle, buffers, count, 0, done);
}

WasiErrno os_write(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                   bool append, size_t *done) {
  // Appending is a property of the open file here (os_set_flags).
  return transfer(__NR_writev, handle, buffers, count, 0, done);
}

WasiErrno os_pread(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                   uint64_t offset, size_t *done) {
  return transfer(__NR_preadv, handle, buffers, count, offset, done);
}

WasiErrno os_pwrite(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                    uint64_t offset, size_t *done) {
  return transfer(__NR_pwritev, handle, buffers, count, offset, done);
}
