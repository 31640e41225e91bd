// Descriptors that come, go and move.

#include "fd_chunks.h"

WasiErrno fdAllocate(OsHandle handle, uint8_t type, uint64_t rightsBase,
                     uint64_t rightsInheriting, uint32_t *fd, FdEntry **entry) {
  fdInitialise();
  Locked locked(fdLock);
  while (fdLowestFree != maxDescriptors) {
    FdEntry *candidate = fdEntryOf(fdLowestFree);
    if (!candidate || !candidate->open)
      break;
    ++fdLowestFree;
  }
  if (fdLowestFree == maxDescriptors)
    return WASI_EMFILE;
  if (!fdEnsureChunk(fdLowestFree))
    return WASI_ENOMEM;
  *fd = fdLowestFree++;
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
  if (fd < fdLowestFree)
    fdLowestFree = fd;
  return true;
}

WasiErrno fdRelease(uint32_t fd) {
  OsHandle handle;
  {
    Locked locked(fdLock);
    if (!freeNumber(fd, &handle))
      return WASI_EBADF;
  }
  return handle == osNoHandle ? WASI_SUCCESS : os_close(handle);
}

void fdMove(uint32_t from, uint32_t to) {
  OsHandle replaced = osNoHandle;
  {
    Locked locked(fdLock);
    FdEntry &source = *fdEntryOf(from);
    if (!source.open)
      return;
    freeNumber(to, &replaced);
    *fdEntryOf(to) = source;
    source.names = nullptr;
    source.open = false;
    if (from < fdLowestFree)
      fdLowestFree = from;
  }
  if (replaced != osNoHandle)
    os_close(replaced);
}
