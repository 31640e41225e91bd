// The descriptor table: chunks from the OS, so that its size follows use.

#include "abi/wasmc_abi.h"
#include "fd_chunks.h"
#include "runtime.h"

FdEntry *fdChunks[maxDescriptors / fdChunkSize];
uint32_t fdLowestFree;
Lock fdLock;

namespace {

bool ready;
Lock initialising;
uint64_t initialiser; // the thread that opens the first descriptors

void openStdio(uint32_t fd) {
  OsStdio stdio;
  if (os_stdio(fd, &stdio) != WASI_SUCCESS)
    return;
  uint64_t rights = RightsRegularFile & ~(fd == 0 ? RightFdWrite : RightFdRead);
  // Guests tell a terminal by these rights missing on a character device.
  bool seekable = stdio.type == FiletypeRegularFile ||
                  (stdio.type == FiletypeCharacterDevice && !stdio.terminal);
  if (!seekable)
    rights &= ~(RightFdSeek | RightFdTell);
  if (stdio.type == FiletypeSocketStream) // both ways, as inetd passes it
    rights = RightsConnection;
  fdFill(fd, stdio.handle, stdio.type, rights, 0);
  fdEntryOf(fd)->isBorrowed = wasmc_module.isLibrary;
}

void initialise() {
  if (!fdEnsureChunk(0))
    return;
  for (uint32_t fd = 0; fd != 3; ++fd)
    openStdio(fd);
  // Preopened directories start at 3, whatever is closed below.
  fdLowestFree = 3;
  openPreopens();
  openListeners();
  fdLowestFree = 0;
}

// Whoever ended in the middle of something holds no lock any more.
void closeAll() {
  initialising = Lock();
  fdLock = Lock();
  for (uint32_t fd = 0; fd != maxDescriptors; ++fd)
    if (FdEntry *entry = fdEntryOf(fd); entry && entry->open)
      fdRelease(fd);
  for (FdEntry *&chunk : fdChunks) {
    if (chunk)
      os_free(chunk, fdChunkSize * sizeof(FdEntry));
    chunk = nullptr;
  }
  fdLowestFree = 0;
  initialiser = 0;
  ready = false;
}

} // namespace

bool fdEnsureChunk(uint32_t fd) {
  FdEntry *&chunk = fdChunks[fd / fdChunkSize];
  if (!chunk)
    chunk = static_cast<FdEntry *>(os_allocate(fdChunkSize * sizeof(FdEntry)));
  return chunk != nullptr;
}

void fdFill(uint32_t fd, OsHandle handle, uint8_t type, uint64_t rightsBase,
            uint64_t rightsInheriting) {
  FdEntry &entry = *fdEntryOf(fd);
  entry = {};
  entry.handle = handle;
  entry.type = type;
  entry.rightsBase = rightsBase;
  entry.rightsInheriting = rightsInheriting;
  entry.open = true;
}

void fdInitialise() {
  if (__atomic_load_n(&ready, __ATOMIC_ACQUIRE))
    return;
  uint64_t self = os_thread_id();
  if (__atomic_load_n(&initialiser, __ATOMIC_RELAXED) == self)
    return;
  Locked locked(initialising);
  if (ready)
    return;
  __atomic_store_n(&initialiser, self, __ATOMIC_RELAXED);
  closeDescriptors = closeAll;
  initialise();
  __atomic_store_n(&ready, true, __ATOMIC_RELEASE);
}

__attribute__((weak)) void openPreopens() {}
__attribute__((weak)) void openListeners() {}

WasiErrno fdFind(uint32_t fd, uint64_t rights, FdEntry **entry) {
  fdInitialise();
  FdEntry *found = fdEntryOf(fd);
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
