// sock_send: bytes to a socket. Not supported yet.

#include "wasi_functions.h"

// ENOSYS, always: no socket can be passed in yet.
extern "C" uint32_t wasmc_wasi_sock_send(uint32_t fd, uint32_t iovs,
                                         uint32_t iovs_len, uint32_t flags,
                                         uint32_t size) {
  return WASI_ENOSYS;
}
