// path_unlink_file: the end of a file's name.

#include "guest_path.h"
#include "wasi_functions.h"

// Removes the file or symbolic link (`path`, `path_len`) relative to the
// directory `fd`.
//
// EBADF: `fd` is not open. ENOTDIR: `fd` or a name before the last (or before a
// '/') is no directory. EISDIR: it is a directory. ENOTCAPABLE: the path leaves
// `fd`, or the right is missing. EINVAL: a zero byte in the path. EFAULT: the
// path lies outside guest memory. ENOENT, ELOOP, ENAMETOOLONG, EACCES, EBUSY,
// EROFS: as unlink of POSIX.
extern "C" uint32_t wasmc_wasi_path_unlink_file(uint32_t fd, uint32_t path,
                                                uint32_t path_len) {
  FdEntry *dir;
  if (WasiErrno error = findDirectory(fd, RightPathUnlinkFile, &dir))
    return error;
  ResolvedPath resolved;
  if (WasiErrno error =
          resolveGuestPath(dir, path, path_len, LastLink::Keep, &resolved))
    return error;
  if (resolved.isParent())
    return WASI_EISDIR;
  if (resolved.trailingSlash()) {
    WasiErrno error = checkTrailingSlash(resolved);
    return error ? error : WASI_EISDIR;
  }
  return os_unlink_at(resolved.parent(), resolved.name());
}
