// path_symlink: a name that stands for a path.

#include "guest_path.h"
#include "wasi_functions.h"

// Makes (`path`, `path_len`) relative to the directory `fd` a symbolic link to
// (`target`, `target_len`). The target need not exist. It must be relative: an
// absolute one would mean something to other programs that no guest can reach.
// A relative target that leaves the sandbox can be stored, but not followed.
//
// EBADF: `fd` is not open. ENOTDIR: `fd` or a name before the last is no
// directory. ENOTCAPABLE: the path leaves `fd`, the target is absolute, or the
// right is missing. EEXIST: the name is taken. ENOENT: the target is empty, or
// the path ends in '/', or a directory is missing. EINVAL: a zero byte in a
// path. EFAULT: a path lies outside guest memory. ENOTSUP: the system has no
// symbolic links for this program. ELOOP, ENAMETOOLONG, EACCES, EROFS, ENOSPC:
// as symlink of POSIX.
extern "C" uint32_t wasmc_wasi_path_symlink(uint32_t target,
                                            uint32_t target_len, uint32_t fd,
                                            uint32_t path, uint32_t path_len) {
  FdEntry *dir;
  if (WasiErrno error = findDirectory(fd, RightPathSymlink, &dir))
    return error;
  if (!guestValid(target, target_len))
    return WASI_EFAULT;
  ResolvedPath resolved, text;
  if (WasiErrno error = text.prepare(guestPointer(target), target_len))
    return error;
  if (text.text()[0] == '/')
    return WASI_ENOTCAPABLE;
  if (WasiErrno error =
          resolveGuestPath(dir, path, path_len, LastLink::Keep, &resolved))
    return error;
  if (resolved.isParent())
    return WASI_EEXIST;
  if (resolved.trailingSlash()) {
    OsStat stat;
    return os_stat_at(resolved.parent(), resolved.name(), &stat) ? WASI_ENOENT
                                                                 : WASI_EEXIST;
  }
  return os_symlink_at(text.text(), resolved.parent(), resolved.name());
}
