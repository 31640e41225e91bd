// sock_shutdown: the end of one direction of a connection, or of both.

#include "sockets.h"
#include "wasi_functions.h"

// Ends receiving (`how` 1), sending (2: the other side sees the end) or both
// (3) on the connection `fd`.
//
// EBADF: not open. ENOTSOCK: no socket. ENOTCAPABLE: a listening socket; or the
// right is missing. EINVAL: other flags, or none. ENOTCONN: it has ended.
extern "C" uint32_t wasmc_wasi_sock_shutdown(uint32_t fd, uint32_t how) {
  FdEntry *entry;
  if (WasiErrno error = findSocket(fd, RightSockShutdown, &entry))
    return error;
  if (how == 0 || (how & ~uint32_t(ShutAll)))
    return WASI_EINVAL;
  return os_shutdown(entry->handle, how);
}
