// Names that come and go: removing, renaming, hard links and symbolic links.

#include "io.h"
#include <linux/fcntl.h>

constexpr int64_t notEmpty = -39; // ENOTEMPTY

WasiErrno os_readlink_at(OsHandle dir, const char *name, char *buffer,
                         size_t size, size_t *length) {
  int64_t result =
      sys(__NR_readlinkat, fdArg(dir), sysArg(name), sysArg(buffer), size);
  if (result < 0)
    return toWasiErrno(result);
  *length = size_t(result);
  return WASI_SUCCESS;
}

WasiErrno os_unlink_at(OsHandle dir, const char *name) {
  return toWasiErrno(sys(__NR_unlinkat, fdArg(dir), sysArg(name), 0));
}

WasiErrno os_remove_directory_at(OsHandle dir, const char *name) {
  constexpr int64_t exists = -17; // some file systems' word for "not empty"
  int64_t result = sys(__NR_unlinkat, fdArg(dir), sysArg(name), AT_REMOVEDIR);
  return toWasiErrno(result == exists ? notEmpty : result);
}

WasiErrno os_rename_at(OsHandle oldDir, const char *oldName, OsHandle newDir,
                       const char *newName) {
  return toWasiErrno(sys(__NR_renameat, fdArg(oldDir), sysArg(oldName),
                         fdArg(newDir), sysArg(newName)));
}

WasiErrno os_link_at(OsHandle oldDir, const char *oldName, OsHandle newDir,
                     const char *newName) {
  return toWasiErrno(sys(__NR_linkat, fdArg(oldDir), sysArg(oldName),
                         fdArg(newDir), sysArg(newName), 0));
}

WasiErrno os_symlink_at(const char *target, OsHandle dir, const char *name) {
  return toWasiErrno(
      sys(__NR_symlinkat, sysArg(target), fdArg(dir), sysArg(name)));
}
