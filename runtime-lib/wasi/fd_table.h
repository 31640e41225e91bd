// The guest's descriptors. They are created at the first use: standard input,
// output and error, then the preopened directories if the program has a
// function that can see them.

#ifndef WASMC_WASI_FD_TABLE_H
#define WASMC_WASI_FD_TABLE_H

#include "os.h"
#include "wasi_types.h"

struct FdEntry {
  OsHandle handle;
  uint64_t rightsBase, rightsInheriting;
  // fd_readdir's snapshot of the names, from os_allocate.
  void *names;
  uint64_t namesCapacity, namesUsed;
  const char *preopenName; // null unless preopened; not terminated
  uint32_t preopenNameSize;
  uint16_t fdflags;
  uint8_t type; // WasiFiletype
  bool open;
  bool isBorrowed; // closing leaves the handle open: it is the host's
};

inline constexpr uint32_t maxDescriptors = 65536;

// Finds descriptor `fd`, which must have all of `rights`. EBADF: not open, or
// not open for reading or writing; EISDIR: a directory where a file is meant;
// ENOTCAPABLE: another right is missing.
WasiErrno fdFind(uint32_t fd, uint64_t rights, FdEntry **entry);

// The same for a function that needs a position: ESPIPE if `fd` has none.
inline WasiErrno fdFindSeekable(uint32_t fd, uint64_t rights, FdEntry **entry) {
  WasiErrno error = fdFind(fd, rights, entry);
  bool hasNone = error == WASI_ENOTCAPABLE &&
                 (*entry)->type != FiletypeRegularFile &&
                 (*entry)->type != FiletypeDirectory;
  return hasNone ? WASI_ESPIPE : error;
}

// Makes the lowest free number a descriptor. The new entry is zero but for
// `open` and the arguments. EMFILE when all are taken; ENOMEM.
WasiErrno fdAllocate(OsHandle handle, uint8_t type, uint64_t rightsBase,
                     uint64_t rightsInheriting, uint32_t *fd, FdEntry **entry);

// Closes a descriptor that fdFind() found. The number is free afterwards,
// whatever the result.
WasiErrno fdRelease(uint32_t fd);

// Moves `from` to the number `to`; both are open and different.
void fdMove(uint32_t from, uint32_t to);

// Gives the memory of the names snapshot back.
void fdForgetNames(FdEntry *entry);

// Opens the preopened directories. A program without path functions is linked
// without the definition in preopens.cpp; then this does nothing.
void openPreopens();

// Opens the listening sockets. A program without sock_accept is linked without
// the definition in listeners.cpp; then this does nothing.
void openListeners();

#endif
