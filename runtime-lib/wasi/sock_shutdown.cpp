// sock_shutdown: the end of one direction of a socket. Not supported yet.

#include "wasi_functions.h"

// ENOSYS, always: no socket can be passed in yet.
extern "C" uint32_t wasmc_wasi_sock_shutdown(uint32_t fd, uint32_t how) {
  return WASI_ENOSYS;
}
