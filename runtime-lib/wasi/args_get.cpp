// args_get: the program's arguments.

#include "guest_strings.h"
#include "wasi_functions.h"

// Stores an array of pointers at `argv` and the strings, each terminated by a
// zero byte, at `argv_buf`; args_sizes_get tells how much room they need.
//
// EFAULT: one of them does not fit guest memory; nothing was written.
extern "C" uint32_t wasmc_wasi_args_get(uint32_t argv, uint32_t argv_buf) {
  return storeStrings<ArgumentReader>(argv, argv_buf);
}
