// Open files by system call.

#include "io.h"
#include "wasi/wasi_types.h"
#include <asm/fcntl.h>
#include <asm/ioctls.h>
#include <asm/signal.h>
#include <linux/falloc.h>
#include <linux/fcntl.h>
#include <linux/stat.h>

namespace {

constexpr int64_t interrupted = -4; // EINTR

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

uint64_t toNanoseconds(int64_t seconds, uint64_t nanoseconds) {
  if (seconds < 0)
    return 0;
  uint64_t result;
  if (__builtin_mul_overflow(uint64_t(seconds), 1000000000u, &result) ||
      __builtin_add_overflow(result, nanoseconds, &result))
    return ~uint64_t(0);
  return result;
}

void ignoreBrokenPipes() {
  constexpr uint64_t sigpipe = 13;
  struct {
    uint64_t handler, flags, restorer, mask;
  } action = {1 /*SIG_IGN*/, 0, 0, 0};
  sys(__NR_rt_sigaction, sigpipe, sysArg(&action), 0, sizeof(action.mask));
}

} // namespace

uint8_t filetypeOf(uint32_t mode) {
  switch (mode & S_IFMT) {
  case S_IFBLK:
    return FiletypeBlockDevice;
  case S_IFCHR:
    return FiletypeCharacterDevice;
  case S_IFDIR:
    return FiletypeDirectory;
  case S_IFREG:
    return FiletypeRegularFile;
  case S_IFSOCK:
    return FiletypeSocketStream;
  case S_IFLNK:
    return FiletypeSymbolicLink;
  default: // a pipe: preview1 has no type for it
    return FiletypeUnknown;
  }
}

void fromStat(const struct stat &from, OsStat *to) {
  to->dev = from.st_dev;
  to->ino = from.st_ino;
  to->type = filetypeOf(from.st_mode);
  to->links = from.st_nlink;
  to->size = uint64_t(from.st_size);
  to->accessed = toNanoseconds(int64_t(from.st_atime), from.st_atime_nsec);
  to->modified = toNanoseconds(int64_t(from.st_mtime), from.st_mtime_nsec);
  to->changed = toNanoseconds(int64_t(from.st_ctime), from.st_ctime_nsec);
}

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

WasiErrno os_stdio(uint32_t which, OsHandle *handle) {
  static bool prepared;
  if (!prepared) {
    prepared = true;
    ignoreBrokenPipes();
    // A standard descriptor that was closed at start is filled with one that
    // can do nothing, or a file of the guest would get its number and, as
    // number 2, the trap report.
    for (uint64_t fd = 0; fd != 3; ++fd)
      if (sys(__NR_fcntl, fd, F_GETFD) < 0)
        sys(__NR_openat, uint64_t(AT_FDCWD), sysArg("/"),
            O_PATH | O_DIRECTORY | O_CLOEXEC);
  }
  constexpr uint64_t pathOnly = O_PATH;
  int64_t flags = sys(__NR_fcntl, which, F_GETFL);
  if (flags < 0 || (uint64_t(flags) & pathOnly))
    return WASI_EBADF;
  *handle = which;
  return WASI_SUCCESS;
}

bool os_is_terminal(OsHandle handle) {
  uint8_t termios[64];
  return sys(__NR_ioctl, fdArg(handle), TCGETS, sysArg(termios)) >= 0;
}

WasiErrno os_close(OsHandle handle) {
  if (handle == 2) // kept for the trap report
    return WASI_SUCCESS;
  // Never repeated: Linux frees the number even when interrupted.
  int64_t result = sys(__NR_close, fdArg(handle));
  return result == interrupted ? WASI_SUCCESS : toWasiErrno(result);
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

WasiErrno os_seek(OsHandle handle, int64_t offset, uint32_t whence,
                  uint64_t *position) {
  int64_t result = sys(__NR_lseek, fdArg(handle), uint64_t(offset), whence);
  if (result < 0)
    return toWasiErrno(result);
  *position = uint64_t(result);
  return WASI_SUCCESS;
}

WasiErrno os_stat(OsHandle handle, OsStat *stat) {
  struct stat kernel;
  int64_t result = sys(__NR_fstat, fdArg(handle), sysArg(&kernel));
  if (result >= 0)
    fromStat(kernel, stat);
  return toWasiErrno(result);
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
