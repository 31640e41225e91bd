// The loop that fd_read, fd_write, fd_pread and fd_pwrite share: guest buffers
// go to the OS a few at a time.

#ifndef WASMC_WASI_TRANSFER_H
#define WASMC_WASI_TRANSFER_H

#include "fd_table.h"
#include "guest_memory.h"

// Calls `move(buffers, count, offset, &done)` until the vectors end, a call
// moves less than it was asked to, or (unless `repeat`) once; `offset` is the
// number of bytes moved before. Stores the sum (u32) at `result`. An error
// after some bytes is left for the guest's next call.
//
// EFAULT: a vector, a buffer or the result lies outside guest memory; nothing
// was moved.
template <class Move>
WasiErrno transferVectors(uint32_t iovs, uint32_t iovsCount, uint32_t result,
                          bool repeat, Move move) {
  GuestVectors vectors(iovs, iovsCount);
  if (!guestValid(result, 4) || !vectors.valid())
    return WASI_EFAULT;
  constexpr uint32_t atOnce = 32;
  OsBuffer buffers[atOnce];
  uint64_t total = 0;
  while (uint32_t count = vectors.next(buffers, atOnce)) {
    size_t wanted = 0, done = 0;
    for (uint32_t i = 0; i != count; ++i)
      wanted += buffers[i].size;
    if (WasiErrno error = move(buffers, count, total, &done)) {
      if (total)
        break;
      return error;
    }
    total += done;
    if (done != wanted || !repeat)
      break;
  }
  guestStore(result, uint32_t(total));
  return WASI_SUCCESS;
}

// Whether offset + a transfer's size stays within what an OS can address.
inline bool validOffset(uint64_t offset) {
  return offset <= uint64_t(INT64_MAX) - UINT32_MAX;
}

#endif
