// The descriptor table: chunks from the OS, so that its size follows use.

#include "fd_chunks.h"
#include "instance.h"
#include "runtime.h"

static FdTable ofTheOne;

FdTable &fdTable() {
  WasmcInstance *instance = runningInstance();
  if (!instance)
    return ofTheOne;
  if (!instance->descriptors)
    instance->descriptors = os_allocate(sizeof(FdTable));
  if (!instance->descriptors)
    fatal("out of memory for descriptors");
  return *static_cast<FdTable *>(instance->descriptors);
}

namespace {

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
  fdTable().lowestFree = 3;
  openPreopens();
  openListeners();
  fdTable().lowestFree = 0;
}

} // namespace

bool fdEnsureChunk(uint32_t fd) {
  FdEntry *&chunk = fdTable().chunks[fd / fdChunkSize];
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
  FdTable &table = fdTable();
  if (__atomic_load_n(&table.ready, __ATOMIC_ACQUIRE))
    return;
  uint64_t self = os_thread_id();
  if (__atomic_load_n(&table.initialiser, __ATOMIC_RELAXED) == self)
    return;
  Locked locked(table.initialising);
  if (table.ready)
    return;
  __atomic_store_n(&table.initialiser, self, __ATOMIC_RELAXED);
  initialise();
  __atomic_store_n(&table.ready, true, __ATOMIC_RELEASE);
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
