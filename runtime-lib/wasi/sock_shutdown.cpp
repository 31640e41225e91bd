// sock_shutdown: the end of one direction of a socket. No socket can be passed
// in yet.

#include "fd_table.h"
#include "wasi_functions.h"

// EBADF: `fd` is not open. ENOTSOCK: anything else that a program can have; but
// ENOSYS for a socket that stands for standard input, output or error.
extern "C" uint32_t wasmc_wasi_sock_shutdown(uint32_t fd, uint32_t how) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, 0, &entry))
    return error;
  bool isSocket =
      entry->type == FiletypeSocketStream || entry->type == FiletypeSocketDgram;
  return isSocket ? WASI_ENOSYS : WASI_ENOTSOCK;
}
