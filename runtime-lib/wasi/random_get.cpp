// random_get: bytes that nobody can predict.

#include "guest_memory.h"
#include "wasi_functions.h"

// Fills the `size` bytes at `buffer` from the OS's random source.
//
// EFAULT: the buffer lies outside guest memory; nothing was written. EIO: the
// OS has no random bytes.
extern "C" uint32_t wasmc_wasi_random_get(uint32_t buffer, uint32_t size) {
  if (!guestValid(buffer, size))
    return WASI_EFAULT;
  return os_random(guestPointer(buffer), size);
}
