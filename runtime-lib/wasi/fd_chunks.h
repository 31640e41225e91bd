// The storage of the descriptor table, for the files that implement it.

#ifndef WASMC_WASI_FD_CHUNKS_H
#define WASMC_WASI_FD_CHUNKS_H

#include "fd_table.h"
#include "lock.h"

inline constexpr uint32_t fdChunkSize = 256;

// Zero at first.
struct FdTable {
  FdEntry *chunks[maxDescriptors / fdChunkSize];
  uint32_t lowestFree; // no number below it is free
  // Held while descriptors come, go or move, and while names are read. An entry
  // never goes away, so that a thread may use one that another closes: on a
  // handle that is closed or has another meaning, as on any system.
  Lock lock;
  Lock initialising;
  uint64_t initialiser; // the thread that opens the first descriptors
  bool ready;
};

// The running instance's.
FdTable &fdTable();

// Creates the table at its first use.
void fdInitialise();
// The entry of a number, or null if its chunk does not exist.
inline FdEntry *fdEntryOf(uint32_t fd) {
  if (fd >= maxDescriptors)
    return nullptr;
  FdEntry *chunk = fdTable().chunks[fd / fdChunkSize];
  return chunk ? &chunk[fd % fdChunkSize] : nullptr;
}
// Creates the chunk of a number.
bool fdEnsureChunk(uint32_t fd);
// Makes a number, whose chunk exists, an open descriptor.
void fdFill(uint32_t fd, OsHandle handle, uint8_t type, uint64_t rightsBase,
            uint64_t rightsInheriting);

#endif
