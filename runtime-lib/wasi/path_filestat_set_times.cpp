// path_filestat_set_times: the times of a named file.

#include "filestat.h"
#include "guest_path.h"
#include "wasi_functions.h"

// Sets the access and modification times, in nanoseconds since 1970, of the
// path (`path`, `path_len`) relative to the directory `fd`: those that the
// fstflags `flags` name, to `atim` and `mtim` or to now. `lookup` bit 0: follow
// a symbolic link as the last name.
//
// EBADF: `fd` is not open. ENOTDIR: `fd` or a name before the last (or before a
// '/') is no directory. ENOTCAPABLE: the path leaves `fd`, or the right is
// missing. EINVAL: unknown flags, both a value and now for the same time, or a
// zero byte in the path. EFAULT: the path lies outside guest memory. ENOENT,
// ELOOP, ENAMETOOLONG, EACCES, EPERM, EROFS: as POSIX.
extern "C" uint32_t
wasmc_wasi_path_filestat_set_times(uint32_t fd, uint32_t lookup, uint32_t path,
                                   uint32_t path_len, uint64_t atim,
                                   uint64_t mtim, uint32_t flags) {
  FdEntry *dir;
  if (WasiErrno error = findDirectory(fd, RightPathFilestatSetTimes, &dir))
    return error;
  if ((lookup & ~LookupAll) || !validFstflags(flags))
    return WASI_EINVAL;
  ResolvedPath resolved;
  if (WasiErrno error = resolveGuestPath(
          dir, path, path_len,
          lookup ? LastLink::Follow : LastLink::FollowBeforeSlash, &resolved))
    return error;
  if (WasiErrno error = checkTrailingSlash(resolved))
    return error;
  return os_set_times_at(resolved.parent(), resolved.name(),
                         {atim, mtim, uint16_t(flags)});
}
