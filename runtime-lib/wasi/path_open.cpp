// path_open: a file or directory by name.

#include "directory_hint.h"
#include "guest_path.h"
#include "wasi_functions.h"

namespace {

// Opens the path by one system call where the OS has a safe one, else by
// walking. A link that appears between the walk and the open is walked again.
WasiErrno openPath(const FdEntry *dir, const void *path, uint32_t size,
                   bool follow, OsOpen open, OsHandle *handle) {
  ResolvedPath resolved;
  if (open.create && open.exclusive) // a link is something that exists
    follow = false;
  if (WasiErrno error = resolved.prepare(path, size))
    return error;
  WasiErrno error =
      os_open_beneath(dir->handle, resolved.text(), open, follow, handle);
  for (unsigned tries = 0; error == WASI_ENOSYS && tries != 8; ++tries) {
    error = resolved.resolve(dir->handle, path, size,
                             follow ? LastLink::Follow
                                    : LastLink::FollowBeforeSlash);
    if (error)
      return error;
    if (resolved.trailingSlash() && !resolved.isParent()) {
      if (open.create)
        return WASI_EISDIR;
      open.directory = true;
    }
    error = os_open_at(resolved.parent(), resolved.name(), open, handle);
    if (error == WASI_ELOOP && follow)
      error = WASI_ENOSYS;
  }
  return error == WASI_ENOSYS ? WASI_ELOOP : error;
}

} // namespace

// Opens the path (`path`, `path_len`) relative to the directory `fd` and
// stores the new descriptor (u32) at `result`: the lowest free number.
// `lookup` bit 0: follow a symbolic link as the last name. `oflags`: 1 create,
// 2 must be a directory, 4 must not exist, 8 empty it. Rights that the
// directory cannot hand on are left out, but the right to write.
//
// EBADF: `fd` is not open. ENOTDIR: `fd` or a name before the last is no
// directory. ENOTCAPABLE: the path leaves `fd`, or `fd` may not open, create,
// empty or write. EINVAL: unknown flags, a zero byte in the path, or creating a
// directory. EFAULT: an address lies outside guest memory. ENOENT, EEXIST,
// EISDIR, ELOOP, ENAMETOOLONG, EACCES, EROFS, ENXIO, ENOSPC: as open of POSIX.
// EMFILE, ENFILE, ENOMEM: no descriptor is left.
extern "C" uint32_t wasmc_wasi_path_open(uint32_t fd, uint32_t lookup,
                                         uint32_t path, uint32_t path_len,
                                         uint32_t oflags, uint64_t base,
                                         uint64_t inheriting, uint32_t fdflags,
                                         uint32_t result) {
  FdEntry *dir;
  uint64_t rights = RightPathOpen;
  rights |= oflags & OflagCreat ? RightPathCreateFile : 0;
  rights |= oflags & OflagTrunc ? RightPathFilestatSetSize : 0;
  if (WasiErrno error = findDirectory(fd, rights, &dir))
    return error;
  if ((lookup & ~LookupAll) || (oflags & ~uint32_t(OflagsAll)) ||
      (fdflags & ~uint32_t(FdflagsAll)))
    return WASI_EINVAL;
  if ((oflags & OflagDirectory) && (oflags & OflagCreat))
    return WASI_EINVAL;
  if (!guestValid(path, path_len) || !guestValid(result, 4))
    return WASI_EFAULT;
  if (base & RightFdWrite & ~dir->rightsInheriting)
    return WASI_ENOTCAPABLE;
  OsOpen open = {
      .read = (base & (RightFdRead | RightFdReaddir)) != 0,
      .write = (base & RightFdWrite) || (oflags & OflagTrunc),
      .create = (oflags & OflagCreat) != 0,
      .exclusive = (oflags & OflagExcl) != 0,
      .truncate = (oflags & OflagTrunc) != 0,
      .directory = (oflags & OflagDirectory) != 0,
      .fdflags = uint16_t(fdflags),
  };
  OsHandle handle;
  if (WasiErrno error = openPath(dir, guestPointer(path), path_len,
                                 lookup & LookupSymlinkFollow, open, &handle))
    return noteEscape(error);
  OsStat stat;
  WasiErrno error = os_stat(handle, &stat);
  if (!error) {
    uint64_t possible =
        stat.type == FiletypeDirectory ? RightsDirectory : RightsRegularFile;
    if (stat.type == FiletypeCharacterDevice && os_is_terminal(handle))
      possible &= ~(RightFdSeek | RightFdTell);
    uint32_t number;
    FdEntry *entry;
    error =
        fdAllocate(handle, stat.type, base & dir->rightsInheriting & possible,
                   inheriting & dir->rightsInheriting, &number, &entry);
    if (!error) {
      entry->fdflags = uint16_t(fdflags);
      guestStore(result, number);
      return WASI_SUCCESS;
    }
  }
  os_close(handle);
  return error;
}
