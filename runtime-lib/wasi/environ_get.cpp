// environ_get: the environment that the policy grants.

#include "guest_strings.h"
#include "wasi_functions.h"

// Stores an array of pointers at `environ` and the strings "KEY=VALUE", each
// terminated by a zero byte, at `environ_buf`.
//
// EFAULT: one of them does not fit guest memory; nothing was written.
extern "C" uint32_t wasmc_wasi_environ_get(uint32_t environ,
                                           uint32_t environ_buf) {
  return storeStrings<EnvironmentReader>(environ, environ_buf);
}
