// sock_recv: bytes from a socket. Not supported yet.

#include "wasi_functions.h"

// ENOSYS, always: no socket can be passed in yet.
extern "C" uint32_t wasmc_wasi_sock_recv(uint32_t fd, uint32_t iovs,
                                         uint32_t iovs_len, uint32_t flags,
                                         uint32_t size, uint32_t oflags) {
  return WASI_ENOSYS;
}
