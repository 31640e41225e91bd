// Reading and writing at an offset.

#include "io.h"

// A transfer at an offset moves the position of a synchronous handle, too.
WasiErrno transferAt(bool write, OsHandle handle, const OsBuffer *buffers,
                     uint32_t count, uint64_t offset, size_t *done) {
  LARGE_INTEGER zero = {}, position;
  if (!SetFilePointerEx(toHandle(handle), zero, &position, FILE_CURRENT))
    return WASI_ESPIPE;
  WasiErrno error =
      transfer(write, handle, buffers, count, &offset, false, done);
  SetFilePointerEx(toHandle(handle), position, nullptr, FILE_BEGIN);
  return error;
}

WasiErrno os_pread(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                   uint64_t offset, size_t *done) {
  return transferAt(false, handle, buffers, count, offset, done);
}

WasiErrno os_pwrite(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                    uint64_t offset, size_t *done) {
  return transferAt(true, handle, buffers, count, offset, done);
}
