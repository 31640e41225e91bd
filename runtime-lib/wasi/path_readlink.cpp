// path_readlink: what a symbolic link stands for.

#include "guest_path.h"
#include "wasi_functions.h"

// Stores the target of the symbolic link (`path`, `path_len`) relative to the
// directory `fd`, without a terminator, at `buffer`, which has room for `size`
// bytes; what does not fit is left out. Stores the number of bytes (u32) at
// `used`.
//
// EBADF: `fd` is not open. ENOTDIR: `fd` or a name before the last is no
// directory. ENOTCAPABLE: the path leaves `fd`, or the right is missing.
// EINVAL: no symbolic link, or a zero byte in the path. EFAULT: an address lies
// outside guest memory. ENOENT, ELOOP, ENAMETOOLONG, EACCES: as POSIX.
extern "C" uint32_t wasmc_wasi_path_readlink(uint32_t fd, uint32_t path,
                                             uint32_t path_len, uint32_t buffer,
                                             uint32_t size, uint32_t used) {
  FdEntry *dir;
  if (WasiErrno error = findDirectory(fd, RightPathReadlink, &dir))
    return error;
  if (!guestValid(buffer, size) || !guestValid(used, 4))
    return WASI_EFAULT;
  ResolvedPath resolved;
  if (WasiErrno error = resolveGuestPath(
          dir, path, path_len, LastLink::FollowBeforeSlash, &resolved))
    return error;
  if (resolved.isParent() || resolved.trailingSlash())
    return WASI_EINVAL;
  char byte; // no OS reads 0 bytes of a target
  size_t length;
  if (WasiErrno error = os_readlink_at(
          resolved.parent(), resolved.name(),
          size ? reinterpret_cast<char *>(guestPointer(buffer)) : &byte,
          size ? size : 1, &length))
    return error;
  guestStore(used, size ? uint32_t(length) : 0);
  return WASI_SUCCESS;
}
