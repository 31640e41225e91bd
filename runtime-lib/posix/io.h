// What the file, directory and socket code of this folder shares.

#ifndef WASMC_POSIX_IO_H
#define WASMC_POSIX_IO_H

#include "errors.h"
#include "os.h"
#include "syscall.h"
#include <asm/stat.h>

inline uint64_t fdArg(OsHandle handle) { return uint64_t(handle); }

inline constexpr int64_t interrupted = -4; // EINTR

// readv and its like, repeated when interrupted. `offset` is not looked at by
// readv and writev.
WasiErrno transfer(int64_t number, OsHandle handle, const OsBuffer *buffers,
                   uint32_t count, uint64_t offset, size_t *done);

// The WasiFiletype of a st_mode.
uint8_t filetypeOf(uint32_t mode);
void fromStat(const struct stat &from, OsStat *to);

struct KernelTime {
  int64_t seconds, nanoseconds;
};
// The {access, modification} pair that utimensat takes.
void toKernelTimes(const OsTimes &times, KernelTime (&out)[2]);

#endif
