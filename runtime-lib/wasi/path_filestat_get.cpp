// path_filestat_get: the attributes of a named file.

#include "filestat.h"
#include "guest_path.h"
#include "wasi_functions.h"

// Stores the attributes (WasiFilestat) of the path (`path`, `path_len`)
// relative to the directory `fd` at `result`. `lookup` bit 0: follow a symbolic
// link as the last name.
//
// EBADF: `fd` is not open. ENOTDIR: `fd` or a name before the last (or before a
// '/') is no directory. ENOTCAPABLE: the path leaves `fd`, or the right is
// missing. EINVAL: unknown flags or a zero byte in the path. EFAULT: an address
// lies outside guest memory. ENOENT, ELOOP, ENAMETOOLONG, EACCES: as POSIX.
extern "C" uint32_t wasmc_wasi_path_filestat_get(uint32_t fd, uint32_t lookup,
                                                 uint32_t path,
                                                 uint32_t path_len,
                                                 uint32_t result) {
  FdEntry *dir;
  if (WasiErrno error = findDirectory(fd, RightPathFilestatGet, &dir))
    return error;
  if (lookup & ~LookupAll)
    return WASI_EINVAL;
  if (!guestValid(result, sizeof(WasiFilestat)))
    return WASI_EFAULT;
  ResolvedPath resolved;
  if (WasiErrno error = resolveGuestPath(
          dir, path, path_len,
          lookup ? LastLink::Follow : LastLink::FollowBeforeSlash, &resolved))
    return error;
  OsStat stat;
  if (WasiErrno error = os_stat_at(resolved.parent(), resolved.name(), &stat))
    return error;
  if (resolved.trailingSlash() && stat.type != FiletypeDirectory)
    return WASI_ENOTDIR;
  storeFilestat(result, stat);
  return WASI_SUCCESS;
}
