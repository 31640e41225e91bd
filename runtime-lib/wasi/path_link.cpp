// path_link: one more name for a file.

#include "guest_path.h"
#include "wasi_functions.h"

// Makes (`new_path`, `new_len`) relative to the directory `new_fd` a hard link
// to the file (`old_path`, `old_len`) relative to the directory `old_fd`.
// `lookup` bit 0: follow a symbolic link as the old path's last name.
//
// EBADF: a descriptor is not open. ENOTDIR: one is no directory, nor a name
// before the last (or before a '/'). ENOTCAPABLE: a path leaves its directory,
// or a right is missing. EEXIST: the new name is taken. EPERM: a directory has
// no second name. EINVAL: unknown flags, or a zero byte in a path. EFAULT: a
// path lies outside guest memory. EXDEV: different file systems. ENOTSUP: a
// file system without links. ENOENT, ELOOP, EMLINK, ENAMETOOLONG, EACCES,
// EROFS, ENOSPC: as link of POSIX.
extern "C" uint32_t wasmc_wasi_path_link(uint32_t old_fd, uint32_t lookup,
                                         uint32_t old_path, uint32_t old_len,
                                         uint32_t new_fd, uint32_t new_path,
                                         uint32_t new_len) {
  FdEntry *oldDir, *newDir;
  if (WasiErrno error = findDirectory(old_fd, RightPathLinkSource, &oldDir))
    return error;
  if (WasiErrno error = findDirectory(new_fd, RightPathLinkTarget, &newDir))
    return error;
  if (lookup & ~LookupAll)
    return WASI_EINVAL;
  ResolvedPath from, to;
  if (WasiErrno error = resolveGuestPath(
          oldDir, old_path, old_len,
          lookup ? LastLink::Follow : LastLink::FollowBeforeSlash, &from))
    return error;
  if (WasiErrno error =
          resolveGuestPath(newDir, new_path, new_len, LastLink::Keep, &to))
    return error;
  if (WasiErrno error = checkTrailingSlash(from))
    return error;
  if (from.isParent())
    return WASI_EPERM;
  if (to.isParent())
    return WASI_EEXIST;
  if (to.trailingSlash()) {
    OsStat stat;
    return os_stat_at(to.parent(), to.name(), &stat) ? WASI_ENOENT
                                                     : WASI_EEXIST;
  }
  return os_link_at(from.parent(), from.name(), to.parent(), to.name());
}
