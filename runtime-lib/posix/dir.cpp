// Names in directories by the *at system calls: no path string is ever built.

#include "io.h"
#include "wasi/wasi_types.h"
#include <asm/fcntl.h>
#include <linux/fcntl.h>
#include <linux/openat2.h>
#include <linux/stat.h>

namespace {

constexpr int64_t again = -11;        // EAGAIN
constexpr int64_t notDirectory = -20; // ENOTDIR

struct DirEntry { // struct linux_dirent64
  uint64_t ino;
  int64_t next;
  uint16_t length;
  uint8_t type;
  char name[1];
};

uint64_t openFlags(const OsOpen &open) {
  // Non-blocking, so that a pipe in the file system cannot hang the open;
  // finishOpen() undoes that.
  uint64_t flags = O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW;
  flags |= open.write ? (open.read ? O_RDWR : O_WRONLY) : O_RDONLY;
  flags |= open.create ? O_CREAT : 0;
  flags |= open.exclusive ? O_EXCL : 0;
  flags |= open.truncate ? O_TRUNC : 0;
  flags |= open.directory ? O_DIRECTORY : 0;
  flags |= open.fdflags & FdflagAppend ? O_APPEND : 0;
  flags |= open.fdflags & FdflagDsync ? O_DSYNC : 0;
  flags |= open.fdflags & (FdflagSync | FdflagRsync) ? O_SYNC : 0;
  return flags;
}

WasiErrno finishOpen(int64_t fd, const OsOpen &open, OsHandle *result) {
  if (fd < 0)
    return toWasiErrno(fd);
  if (!(open.fdflags & FdflagNonblock)) {
    int64_t flags = sys(__NR_fcntl, uint64_t(fd), F_GETFL);
    sys(__NR_fcntl, uint64_t(fd), F_SETFL,
        uint64_t(flags) & ~uint64_t(O_NONBLOCK));
  }
  *result = fd;
  return WASI_SUCCESS;
}

// openat2, or ENOSYS where the kernel or a filter refuses it.
int64_t openBeneath(OsHandle dir, const char *path, uint64_t flags) {
  constexpr int64_t noSystemCall = -38, notPermitted = -1;
  static bool refused;
  if (refused)
    return noSystemCall;
  struct open_how how = {};
  how.flags = flags;
  how.mode = flags & O_CREAT ? 0666 : 0;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  int64_t result;
  unsigned races = 0;
  do
    result =
        sys(__NR_openat2, fdArg(dir), sysArg(path), sysArg(&how), sizeof(how));
  while (result == interrupted || (result == again && ++races != 4));
  if (result == again) // a rename kept racing: the walk decides
    return noSystemCall;
  if (result == noSystemCall)
    refused = true;
  if (result == notPermitted) // by a system call filter? The walk finds out
    return noSystemCall;
  return result;
}

WasiErrno escapeErrno(int64_t result) {
  constexpr int64_t crossed = -18; // EXDEV: the path leaves the directory
  return result == crossed ? WASI_ENOTCAPABLE : toWasiErrno(result);
}

bool walkForced() {
  static int8_t forced = -1;
  if (forced < 0) {
    forced = 0;
    for (const char *const *variable = os_environ(); *variable; ++variable) {
      static const char wanted[] = "WASMC_NO_OPENAT2=1";
      unsigned i = 0;
      while (wanted[i] && (*variable)[i] == wanted[i])
        ++i;
      forced |= wanted[i] == (*variable)[i];
    }
  }
  return forced;
}

} // namespace

WasiErrno os_open_root(const char *path, OsHandle *result) {
  int64_t fd = sys(__NR_openat, uint64_t(AT_FDCWD), sysArg(path),
                   O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  *result = fd;
  return toWasiErrno(fd);
}

WasiErrno os_open_at(OsHandle dir, const char *name, const OsOpen &open,
                     OsHandle *result) {
  int64_t fd;
  do
    fd = sys(__NR_openat, fdArg(dir), sysArg(name), openFlags(open), 0666);
  while (fd == interrupted);
  // With O_DIRECTORY a link is reported as no directory.
  if (fd == notDirectory) {
    char byte;
    size_t length;
    if (os_readlink_at(dir, name, &byte, 1, &length) == WASI_SUCCESS)
      return WASI_ELOOP;
  }
  return finishOpen(fd, open, result);
}

WasiErrno os_open_beneath(OsHandle dir, const char *path, const OsOpen &open,
                          bool follow, OsHandle *result) {
  if (walkForced())
    return WASI_ENOSYS;
  uint64_t flags = openFlags(open);
  if (follow)
    flags &= ~uint64_t(O_NOFOLLOW);
  int64_t fd = openBeneath(dir, path, flags);
  if (fd < 0)
    return escapeErrno(fd);
  return finishOpen(fd, open, result);
}

WasiErrno os_enter(OsHandle dir, const char *name, OsHandle *result) {
  int64_t fd = sys(__NR_openat, fdArg(dir), sysArg(name),
                   O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd == notDirectory) {
    char byte;
    size_t length;
    if (os_readlink_at(dir, name, &byte, 1, &length) == WASI_SUCCESS)
      return WASI_ELOOP;
  }
  *result = fd;
  return toWasiErrno(fd);
}

WasiErrno os_enter_beneath(OsHandle dir, const char *path, OsHandle *result) {
  if (walkForced())
    return WASI_ENOSYS;
  int64_t fd = openBeneath(dir, path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  *result = fd;
  return escapeErrno(fd);
}

WasiErrno os_stat_at(OsHandle dir, const char *name, OsStat *stat) {
  struct stat kernel;
  int64_t result = sys(__NR_newfstatat, fdArg(dir), sysArg(name),
                       sysArg(&kernel), AT_SYMLINK_NOFOLLOW);
  if (result >= 0)
    fromStat(kernel, stat);
  return toWasiErrno(result);
}

WasiErrno os_set_times_at(OsHandle dir, const char *name,
                          const OsTimes &times) {
  KernelTime kernel[2];
  toKernelTimes(times, kernel);
  return toWasiErrno(sys(__NR_utimensat, fdArg(dir), sysArg(name),
                         sysArg(kernel), AT_SYMLINK_NOFOLLOW));
}

WasiErrno os_create_directory_at(OsHandle dir, const char *name) {
  return toWasiErrno(sys(__NR_mkdirat, fdArg(dir), sysArg(name), 0777));
}

WasiErrno os_read_directory(OsHandle dir, OsDirEntry entry, void *context) {
  // d_type, 4 bits of st_mode; 0 where the file system does not say.
  auto typeOf = [dir](const DirEntry &found) -> uint8_t {
    OsStat stat;
    if (found.type != 0)
      return filetypeOf(uint32_t(found.type) << 12);
    return os_stat_at(dir, found.name, &stat) ? FiletypeUnknown : stat.type;
  };
  alignas(DirEntry) char buffer[4096];
  sys(__NR_lseek, fdArg(dir), 0, 0);
  for (;;) {
    int64_t size =
        sys(__NR_getdents64, fdArg(dir), sysArg(buffer), sizeof(buffer));
    if (size <= 0)
      return toWasiErrno(size);
    for (int64_t at = 0; at < size;) {
      auto &found = *reinterpret_cast<DirEntry *>(buffer + at);
      at += found.length;
      size_t length = 0;
      while (found.name[length])
        ++length;
      if (!entry(context, found.name, length, found.ino, typeOf(found)))
        return WASI_ENOMEM;
    }
  }
}
