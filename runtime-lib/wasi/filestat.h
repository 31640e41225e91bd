// What the functions about file attributes share.

#ifndef WASMC_WASI_FILESTAT_H
#define WASMC_WASI_FILESTAT_H

#include "guest_memory.h"

// Stores a WasiFilestat at `address`, which is valid.
inline void storeFilestat(uint32_t address, const OsStat &from) {
  WasiFilestat stat;
  __builtin_memset(&stat, 0, sizeof(stat)); // its padding, too
  stat.dev = from.dev;
  stat.ino = from.ino;
  stat.filetype = from.type;
  stat.nlink = from.links;
  stat.size = from.size;
  stat.atim = from.accessed;
  stat.mtim = from.modified;
  stat.ctim = from.changed;
  guestStore(address, stat);
}

// Whether `flags` are fstflags that do not contradict each other.
inline bool validFstflags(uint32_t flags) {
  return !(flags & ~uint32_t(FstAll)) &&
         (flags & (FstAtim | FstAtimNow)) != (FstAtim | FstAtimNow) &&
         (flags & (FstMtim | FstMtimNow)) != (FstMtim | FstMtimNow);
}

#endif
