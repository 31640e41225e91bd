// Guest paths for the path_* functions.

#ifndef WASMC_WASI_GUEST_PATH_H
#define WASMC_WASI_GUEST_PATH_H

#include "guest_memory.h"
#include "path_resolve.h"
#include "preopens.h"

// Resolves the path of `size` bytes at `address` below `dir` (path_resolve.h
// names the errors). EFAULT: it lies outside guest memory.
inline WasiErrno resolveGuestPath(const FdEntry *dir, uint32_t address,
                                  uint32_t size, LastLink last,
                                  ResolvedPath *path) {
  if (!guestValid(address, size))
    return WASI_EFAULT;
  return path->resolve(dir->handle, guestPointer(address), size, last);
}

// ENOTDIR if the path ended in '/' but names something else than a directory;
// ENOENT if it names nothing.
inline WasiErrno checkTrailingSlash(const ResolvedPath &path) {
  if (!path.trailingSlash() || path.isParent())
    return WASI_SUCCESS;
  OsStat stat;
  if (WasiErrno error = os_stat_at(path.parent(), path.name(), &stat))
    return error;
  return stat.type == FiletypeDirectory ? WASI_SUCCESS : WASI_ENOTDIR;
}

#endif
