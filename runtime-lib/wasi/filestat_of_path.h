// path_filestat_get of both snapshots.

#ifndef WASMC_WASI_FILESTAT_OF_PATH_H
#define WASMC_WASI_FILESTAT_OF_PATH_H

#include "filestat.h"
#include "guest_path.h"

template <class Filestat>
WasiErrno storeFilestatOf(uint32_t fd, uint32_t lookup, uint32_t path,
                          uint32_t path_len, uint32_t result) {
  FdEntry *dir;
  if (WasiErrno error = findDirectory(fd, RightPathFilestatGet, &dir))
    return error;
  if (lookup & ~LookupAll)
    return WASI_EINVAL;
  if (!guestValid(result, sizeof(Filestat)))
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
  storeFilestat<Filestat>(result, stat);
  return WASI_SUCCESS;
}

#endif
