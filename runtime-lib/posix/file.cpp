// Open files by system call.

#include "io.h"
#include "wasi/wasi_types.h"
#include <asm/fcntl.h>

void toKernelTimes(const OsTimes &times, KernelTime (&out)[2]) {
  constexpr int64_t now = (1 << 30) - 1, omit = (1 << 30) - 2; // UTIME_*
  const uint64_t value[2] = {times.accessed, times.modified};
  const uint16_t set[2] = {FstAtim, FstMtim};
  const uint16_t setNow[2] = {FstAtimNow, FstMtimNow};
  for (int i = 0; i != 2; ++i) {
    out[i] = {0, omit};
    if (times.flags & setNow[i])
      out[i] = {0, now};
    else if (times.flags & set[i])
      out[i] = {int64_t(value[i] / 1000000000), int64_t(value[i] % 1000000000)};
  }
}

WasiErrno os_seek(OsHandle handle, int64_t offset, uint32_t whence,
                  uint64_t *position) {
  int64_t result = sys(__NR_lseek, fdArg(handle), uint64_t(offset), whence);
  if (result < 0)
    return toWasiErrno(result);
  *position = uint64_t(result);
  return WASI_SUCCESS;
}

WasiErrno os_set_size(OsHandle handle, uint64_t size) {
  int64_t result;
  do
    result = sys(__NR_ftruncate, fdArg(handle), size);
  while (result == interrupted);
  return toWasiErrno(result);
}

WasiErrno os_set_times(OsHandle handle, const OsTimes &times) {
  KernelTime kernel[2];
  toKernelTimes(times, kernel);
  return toWasiErrno(sys(__NR_utimensat, fdArg(handle), 0, sysArg(kernel), 0));
}

WasiErrno os_sync(OsHandle handle, bool dataOnly) {
  int64_t result;
  do
    result = sys(dataOnly ? __NR_fdatasync : __NR_fsync, fdArg(handle));
  while (result == interrupted);
  return toWasiErrno(result);
}

WasiErrno os_allocate_file(OsHandle handle, uint64_t offset, uint64_t size) {
  int64_t result;
  do
    result = sys(__NR_fallocate, fdArg(handle), 0, offset, size);
  while (result == interrupted);
  return toWasiErrno(result);
}

WasiErrno os_advise(OsHandle handle, uint64_t offset, uint64_t size,
                    uint8_t advice) {
  // WASI's order is normal, sequential, random, willneed, dontneed, noreuse.
  static const uint8_t kernelAdvice[] = {0, 2, 1, 3, 4, 5};
  return toWasiErrno(
      sys(__NR_fadvise64, fdArg(handle), offset, size, kernelAdvice[advice]));
}

WasiErrno os_set_flags(OsHandle handle, uint16_t fdflags) {
  int64_t old = sys(__NR_fcntl, fdArg(handle), F_GETFL);
  if (old < 0)
    return toWasiErrno(old);
  uint64_t flags = uint64_t(old) & ~uint64_t(O_APPEND | O_NONBLOCK);
  if (fdflags & FdflagAppend)
    flags |= O_APPEND;
  if (fdflags & FdflagNonblock)
    flags |= O_NONBLOCK;
  return toWasiErrno(sys(__NR_fcntl, fdArg(handle), F_SETFL, flags));
}
