// Descriptors that come, go and move.

#include "fd_chunks.h"

WasiErrno fdAllocate(OsHandle handle, uint8_t type, uint64_t rightsBase,
                     uint64_t rightsInheriting, uint32_t *fd, FdEntry **entry) {
  fdInitialise();
  FdTable &table = fdTable();
  Locked locked(table.lock);
  while (table.lowestFree != maxDescriptors) {
    FdEntry *candidate = fdEntryOf(table.lowestFree);
    if (!candidate || !candidate->open)
      break;
    ++table.lowestFree;
  }
  if (table.lowestFree == maxDescriptors)
    return WASI_EMFILE;
  if (!fdEnsureChunk(table.lowestFree))
    return WASI_ENOMEM;
  *fd = table.lowestFree++;
  fdFill(*fd, handle, type, rightsBase, rightsInheriting);
  *entry = fdEntryOf(*fd);
  return WASI_SUCCESS;
}

void fdForgetNames(FdEntry *entry) {
  if (entry->names)
    os_free(entry->names, entry->namesCapacity);
  entry->names = nullptr;
  entry->namesCapacity = entry->namesUsed = 0;
}

// Frees the number and leaves its handle, which is for the caller to close.
// False if another thread was faster. The lock is held.
static bool freeNumber(uint32_t fd, OsHandle *handle) {
  FdEntry &entry = *fdEntryOf(fd);
  if (!entry.open)
    return false;
  fdForgetNames(&entry);
  *handle = entry.isBorrowed ? osNoHandle : entry.handle;
  entry.open = false;
  uint32_t &lowest = fdTable().lowestFree;
  if (fd < lowest)
    lowest = fd;
  return true;
}

WasiErrno fdRelease(uint32_t fd) {
  OsHandle handle;
  {
    Locked locked(fdTable().lock);
    if (!freeNumber(fd, &handle))
      return WASI_EBADF;
  }
  return handle == osNoHandle ? WASI_SUCCESS : os_close(handle);
}

void fdMove(uint32_t from, uint32_t to) {
  OsHandle replaced = osNoHandle;
  {
    Locked locked(fdTable().lock);
    FdEntry &source = *fdEntryOf(from);
    if (!source.open)
      return;
    freeNumber(to, &replaced);
    *fdEntryOf(to) = source;
    source.names = nullptr;
    source.open = false;
    uint32_t &lowest = fdTable().lowestFree;
    if (from < lowest)
      lowest = from;
  }
  if (replaced != osNoHandle)
    os_close(replaced);
}
