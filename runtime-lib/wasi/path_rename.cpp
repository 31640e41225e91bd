// path_rename: another name for a file or directory.

#include "guest_path.h"
#include "wasi_functions.h"

// Renames (`old_path`, `old_len`) relative to the directory `fd` to
// (`new_path`, `new_len`) relative to the directory `new_fd`, replacing a file
// of that name or an empty directory. Symbolic links are renamed themselves.
//
// EBADF: a descriptor is not open. ENOTDIR: one is no directory, nor a name
// before the last; or a file would be named with a '/' at the end or replace a
// directory's place. EISDIR, ENOTEMPTY: what would be replaced. ENOTCAPABLE: a
// path leaves its directory, or a right is missing. EBUSY: a path ends in "."
// or "..". EINVAL: a zero byte in a path, or a directory would move into
// itself. EFAULT: a path lies outside guest memory. EXDEV: different file
// systems. ENOENT, ELOOP, ENAMETOOLONG, EACCES, EROFS, ENOSPC: as rename of
// POSIX.
extern "C" uint32_t wasmc_wasi_path_rename(uint32_t fd, uint32_t old_path,
                                           uint32_t old_len, uint32_t new_fd,
                                           uint32_t new_path,
                                           uint32_t new_len) {
  FdEntry *oldDir, *newDir;
  if (WasiErrno error = findDirectory(fd, RightPathRenameSource, &oldDir))
    return error;
  if (WasiErrno error = findDirectory(new_fd, RightPathRenameTarget, &newDir))
    return error;
  ResolvedPath from, to;
  if (WasiErrno error =
          resolveGuestPath(oldDir, old_path, old_len, LastLink::Keep, &from))
    return error;
  if (WasiErrno error =
          resolveGuestPath(newDir, new_path, new_len, LastLink::Keep, &to))
    return error;
  if (from.isParent() || to.isParent())
    return WASI_EBUSY;
  if (from.trailingSlash() || to.trailingSlash()) {
    OsStat stat;
    if (WasiErrno error = os_stat_at(from.parent(), from.name(), &stat))
      return error;
    if (stat.type != FiletypeDirectory)
      return WASI_ENOTDIR;
  }
  return os_rename_at(from.parent(), from.name(), to.parent(), to.name());
}
