// File attributes by system call.

#include "io.h"
#include "wasi/wasi_types.h"
#include <linux/stat.h>

namespace {

uint64_t toNanoseconds(int64_t seconds, uint64_t nanoseconds) {
  if (seconds < 0)
    return 0;
  uint64_t result;
  if (__builtin_mul_overflow(uint64_t(seconds), 1000000000u, &result) ||
      __builtin_add_overflow(result, nanoseconds, &result))
    return ~uint64_t(0);
  return result;
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

WasiErrno os_stat(OsHandle handle, OsStat *stat) {
  struct stat kernel;
  int64_t result = sys(__NR_fstat, fdArg(handle), sysArg(&kernel));
  if (result >= 0)
    fromStat(kernel, stat);
  return toWasiErrno(result);
}
