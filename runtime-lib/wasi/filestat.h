// What the functions about file attributes share.

#ifndef WASMC_WASI_FILESTAT_H
#define WASMC_WASI_FILESTAT_H

#include "guest_memory.h"

// Stores a WasiFilestat (or WasiUnstableFilestat) at `address`, which is valid.
template <class Filestat>
inline void storeFilestat(uint32_t address, const OsStat &from) {
  Filestat stat;
  __builtin_memset(&stat, 0, sizeof(stat)); // its padding, too
  stat.dev = from.dev;
  stat.ino = from.ino;
  stat.filetype = from.type;
  constexpr uint64_t most = decltype(stat.nlink)(-1);
  stat.nlink = decltype(stat.nlink)(from.links < most ? from.links : most);
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
