// The descriptor table: chunks from the OS, so that its size follows use.

#include "fd_table.h"

namespace {

constexpr uint32_t chunkSize = 256;

FdEntry *chunks[maxDescriptors / chunkSize];
uint32_t lowestFree; // no number below it is free
bool ready;

// The entry of a number, or null if its chunk does not exist.
FdEntry *entryOf(uint32_t fd) {
  if (fd >= maxDescriptors || !chunks[fd / chunkSize])
    return nullptr;
  return &chunks[fd / chunkSize][fd % chunkSize];
}

bool ensureChunk(uint32_t fd) {
  FdEntry *&chunk = chunks[fd / chunkSize];
  if (!chunk)
    chunk = static_cast<FdEntry *>(os_allocate(chunkSize * sizeof(FdEntry)));
  return chunk != nullptr;
}

void fill(uint32_t fd, OsHandle handle, uint8_t type, uint64_t rightsBase,
          uint64_t rightsInheriting) {
  FdEntry &entry = *entryOf(fd);
  entry = {};
  entry.handle = handle;
  entry.type = type;
  entry.rightsBase = rightsBase;
  entry.rightsInheriting = rightsInheriting;
  entry.open = true;
}

void openStdio(uint32_t fd) {
  OsHandle handle;
  OsStat stat;
  if (os_stdio(fd, &handle) != WASI_SUCCESS)
    return;
  if (os_stat(handle, &stat) != WASI_SUCCESS)
    stat.type = FiletypeUnknown;
  uint64_t rights = RightsRegularFile & ~(fd == 0 ? RightFdWrite : RightFdRead);
  // Guests tell a terminal by these rights missing on a character device.
  bool seekable =
      stat.type == FiletypeRegularFile ||
      (stat.type == FiletypeCharacterDevice && !os_is_terminal(handle));
  if (!seekable)
    rights &= ~(RightFdSeek | RightFdTell);
  fill(fd, handle, stat.type, rights, 0);
}

void initialise() {
  ready = true;
  if (!ensureChunk(0))
    return;
  for (uint32_t fd = 0; fd != 3; ++fd)
    openStdio(fd);
  // Preopened directories start at 3, whatever is closed below.
  lowestFree = 3;
  openPreopens();
  lowestFree = 0;
}

} // namespace

__attribute__((weak)) void openPreopens() {}

WasiErrno fdFind(uint32_t fd, uint64_t rights, FdEntry **entry) {
  if (!ready)
    initialise();
  FdEntry *found = entryOf(fd);
  if (!found || !found->open)
    return WASI_EBADF;
  *entry = found;
  uint64_t missing = rights & ~found->rightsBase;
  if (!missing)
    return WASI_SUCCESS;
  if (found->type == FiletypeDirectory && (missing & ~RightsDirectory))
    return WASI_EISDIR;
  return missing & (RightFdRead | RightFdWrite) ? WASI_EBADF : WASI_ENOTCAPABLE;
}

WasiErrno fdAllocate(OsHandle handle, uint8_t type, uint64_t rightsBase,
                     uint64_t rightsInheriting, uint32_t *fd, FdEntry **entry) {
  if (!ready)
    initialise();
  while (lowestFree != maxDescriptors) {
    FdEntry *candidate = entryOf(lowestFree);
    if (!candidate || !candidate->open)
      break;
    ++lowestFree;
  }
  if (lowestFree == maxDescriptors)
    return WASI_EMFILE;
  if (!ensureChunk(lowestFree))
    return WASI_ENOMEM;
  *fd = lowestFree++;
  fill(*fd, handle, type, rightsBase, rightsInheriting);
  *entry = entryOf(*fd);
  return WASI_SUCCESS;
}

void fdForgetNames(FdEntry *entry) {
  if (entry->names)
    os_free(entry->names, entry->namesCapacity);
  entry->names = nullptr;
  entry->namesCapacity = entry->namesUsed = 0;
}

WasiErrno fdRelease(uint32_t fd) {
  FdEntry &entry = *entryOf(fd);
  fdForgetNames(&entry);
  entry.open = false;
  if (fd < lowestFree)
    lowestFree = fd;
  return os_close(entry.handle);
}

void fdMove(uint32_t from, uint32_t to) {
  fdRelease(to);
  *entryOf(to) = *entryOf(from);
  entryOf(from)->open = false;
  if (from < lowestFree)
    lowestFree = from;
}
