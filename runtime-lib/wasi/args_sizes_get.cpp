// args_sizes_get: how much room args_get needs.

#include "guest_strings.h"
#include "wasi_functions.h"

// Stores the number of arguments (u32) at `count` and the bytes of all strings
// with their terminators (u32) at `size`.
//
// EFAULT: a result lies outside guest memory. EOVERFLOW: it needs more than 32
// bits.
extern "C" uint32_t wasmc_wasi_args_sizes_get(uint32_t count, uint32_t size) {
  return storeStringSizes<ArgumentReader>(count, size);
}
