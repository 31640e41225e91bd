// Reading and writing. Each kind of call is a file of its own, so that a
// program is linked with those it makes.

#include "io.h"

namespace {

constexpr uint32_t maxTransfer = 1u << 30;

// One call; `at` is null for the current position. The end of the data is
// success with 0 bytes.
WasiErrno transferOne(bool write, HANDLE handle, const OsBuffer &buffer,
                      const uint64_t *at, size_t *done) {
  OVERLAPPED place = {};
  if (at) {
    place.Offset = DWORD(*at);
    place.OffsetHigh = DWORD(*at >> 32);
  }
  DWORD size = buffer.size < maxTransfer ? DWORD(buffer.size) : maxTransfer;
  DWORD moved = 0;
  OVERLAPPED *overlapped = at ? &place : nullptr;
  BOOL good = write ? WriteFile(handle, buffer.data, size, &moved, overlapped)
                    : ReadFile(handle, buffer.data, size, &moved, overlapped);
  *done = moved;
  if (good)
    return WASI_SUCCESS;
  DWORD error = GetLastError();
  if (!write && (error == ERROR_HANDLE_EOF || error == ERROR_BROKEN_PIPE))
    return WASI_SUCCESS;
  return fromWin32(error);
}

} // namespace

WasiErrno transfer(bool write, OsHandle handle, const OsBuffer *buffers,
                   uint32_t count, uint64_t *at, bool fixed, size_t *done) {
  size_t total = 0;
  for (uint32_t i = 0; i != count; ++i) {
    if (!buffers[i].size)
      continue;
    // What is no file has only promised the bytes that one call returns.
    if (total && !write && GetFileType(toHandle(handle)) != FILE_TYPE_DISK)
      break;
    size_t moved = 0;
    if (WasiErrno error =
            transferOne(write, toHandle(handle), buffers[i], at, &moved)) {
      if (total)
        break;
      return error;
    }
    total += moved;
    if (at && !fixed)
      *at += moved;
    if (moved != buffers[i].size)
      break;
  }
  *done = total;
  return WASI_SUCCESS;
}
