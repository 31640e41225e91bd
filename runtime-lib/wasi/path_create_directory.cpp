// path_create_directory: a new directory.

#include "guest_path.h"
#include "wasi_functions.h"

// Makes the directory (`path`, `path_len`) relative to the directory `fd`.
//
// EBADF: `fd` is not open. ENOTDIR: `fd` or a name before the last is no
// directory. ENOTCAPABLE: the path leaves `fd`, or the right is missing.
// EEXIST: the name is taken, even by a link to nothing. EINVAL: a zero byte in
// the path. EFAULT: the path lies outside guest memory. ENOENT, ELOOP,
// ENAMETOOLONG, EACCES, EROFS, ENOSPC: as mkdir of POSIX.
extern "C" uint32_t wasmc_wasi_path_create_directory(uint32_t fd, uint32_t path,
                                                     uint32_t path_len) {
  FdEntry *dir;
  if (WasiErrno error = findDirectory(fd, RightPathCreateDirectory, &dir))
    return error;
  ResolvedPath resolved;
  if (WasiErrno error =
          resolveGuestPath(dir, path, path_len, LastLink::Keep, &resolved))
    return error;
  if (resolved.isParent())
    return WASI_EEXIST;
  return os_create_directory_at(resolved.parent(), resolved.name());
}
