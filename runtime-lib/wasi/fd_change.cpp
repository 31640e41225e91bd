// Descriptors that come, go and move.

#include "fd_chunks.h"

WasiErrno fdAllocate(OsHandle handle, uint8_t type, uint64_t rightsBase,
                     uint64_t rightsInheriting, uint32_t *fd, FdEntry **entry) {
  fdInitialise();
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

WasiErrno fdRelease(uint32_t fd) {
  FdEntry &entry = *fdEntryOf(fd);
  fdForgetNames(&entry);
  entry.open = false;
  if (fd < fdLowestFree)
    fdLowestFree = fd;
  return os_close(entry.handle);
}

void fdMove(uint32_t from, uint32_t to) {
  fdRelease(to);
  *fdEntryOf(to) = *fdEntryOf(from);
  fdEntryOf(from)->open = false;
  if (from < fdLowestFree)
    fdLowestFree = from;
}
