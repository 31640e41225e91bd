// path_remove_directory: the end of an empty directory.

#include "guest_path.h"
#include "wasi_functions.h"

// Removes the directory (`path`, `path_len`) relative to the directory `fd`.
//
// EBADF: `fd` is not open. ENOTDIR: `fd` or any name of the path is no
// directory. ENOTCAPABLE: the path leaves `fd`, or the right is missing.
// ENOTEMPTY: it has entries. EINVAL: the path ends in "." or "..", or has a
// zero byte. EFAULT: the path lies outside guest memory. ENOENT, ELOOP,
// ENAMETOOLONG, EACCES, EBUSY, EROFS: as rmdir of POSIX.
extern "C" uint32_t wasmc_wasi_path_remove_directory(uint32_t fd, uint32_t path,
                                                     uint32_t path_len) {
  FdEntry *dir;
  if (WasiErrno error = findDirectory(fd, RightPathRemoveDirectory, &dir))
    return error;
  ResolvedPath resolved;
  if (WasiErrno error =
          resolveGuestPath(dir, path, path_len, LastLink::Keep, &resolved))
    return error;
  if (resolved.isParent())
    return WASI_EINVAL;
  return os_remove_directory_at(resolved.parent(), resolved.name());
}
