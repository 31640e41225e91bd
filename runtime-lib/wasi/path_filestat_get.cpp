// path_filestat_get: the attributes of a named file.

#include "filestat_of_path.h"
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
  return storeFilestatOf<WasiFilestat>(fd, lookup, path, path_len, result);
}
