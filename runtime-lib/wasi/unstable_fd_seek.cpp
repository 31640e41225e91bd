// fd_seek of the snapshot "wasi_unstable".

#include "wasi_functions.h"

// As fd_seek, but `whence` counts the current position (0), the end (1) and
// the start (2).
extern "C" uint32_t wasmc_wasi_unstable_fd_seek(uint32_t fd, uint64_t offset,
                                                uint32_t whence,
                                                uint32_t result) {
  static const uint8_t order[] = {WhenceCur, WhenceEnd, WhenceSet};
  // Anything else stays unknown.
  if (whence < sizeof(order))
    whence = order[whence];
  return wasi_signature::wasmc_wasi_fd_seek(fd, offset, whence, result);
}
