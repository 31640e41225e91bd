// proc_raise: a signal to the own process. Not supported yet.

#include "wasi_functions.h"

// ENOSYS, always: signals are not supported yet.
extern "C" uint32_t wasmc_wasi_proc_raise(uint32_t signal) {
  return WASI_ENOSYS;
}
