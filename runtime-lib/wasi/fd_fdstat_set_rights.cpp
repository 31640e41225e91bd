// fd_fdstat_set_rights: fewer rights for a descriptor.

#include "fd_table.h"
#include "wasi_functions.h"

// Replaces the rights of `fd` and those that descriptors opened through it can
// have. Rights can only be taken away.
//
// EBADF: not open. ENOTCAPABLE: a right is not there to keep.
extern "C" uint32_t wasmc_wasi_fd_fdstat_set_rights(uint32_t fd, uint64_t base,
                                                    uint64_t inheriting) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, 0, &entry))
    return error;
  if ((base & ~entry->rightsBase) || (inheriting & ~entry->rightsInheriting))
    return WASI_ENOTCAPABLE;
  entry->rightsBase = base;
  entry->rightsInheriting = inheriting;
  return WASI_SUCCESS;
}
