// fd_filestat_get of both snapshots.

#ifndef WASMC_WASI_FILESTAT_OF_FD_H
#define WASMC_WASI_FILESTAT_OF_FD_H

#include "fd_table.h"
#include "filestat.h"

template <class Filestat>
WasiErrno storeFilestatOf(uint32_t fd, uint32_t result) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, RightFdFilestatGet, &entry))
    return error;
  if (!guestValid(result, sizeof(Filestat)))
    return WASI_EFAULT;
  OsStat stat;
  if (WasiErrno error = os_stat(entry->handle, &stat))
    return error;
  storeFilestat<Filestat>(result, stat);
  return WASI_SUCCESS;
}

#endif
