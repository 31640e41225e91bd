// sock_accept: a new connection of a listening socket. Not supported yet.

#include "wasi_functions.h"

// ENOSYS, always: no socket can be passed in yet.
extern "C" uint32_t wasmc_wasi_sock_accept(uint32_t fd, uint32_t flags,
                                           uint32_t result) {
  return WASI_ENOSYS;
}
