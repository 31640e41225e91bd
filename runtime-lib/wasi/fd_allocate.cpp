// fd_allocate: room for a file.

#include "fd_table.h"
#include "wasi_functions.h"

// Makes sure that `size` bytes from `offset` on exist, reserved on the disk
// where the file system can; the file never becomes shorter.
//
// EBADF: not open. EISDIR: a directory. ENOTCAPABLE: the right is missing.
// EINVAL: `size` is 0. EFBIG: the range ends beyond 2^63 - 1 or what the file
// system holds. ESPIPE, ENODEV: no file. ENOSPC, EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_allocate(uint32_t fd, uint64_t offset,
                                           uint64_t size) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdAllocate, &entry))
    return error;
  if (size == 0)
    return WASI_EINVAL;
  const uint64_t last = INT64_MAX;
  if (offset > last || size > last - offset)
    return WASI_EFBIG;
  WasiErrno error = os_allocate_file(entry->handle, offset, size);
  if (error != WASI_ENOTSUP)
    return error;
  OsStat stat;
  if ((error = os_stat(entry->handle, &stat)))
    return error;
  return stat.size < offset + size ? os_set_size(entry->handle, offset + size)
                                   : WASI_SUCCESS;
}
