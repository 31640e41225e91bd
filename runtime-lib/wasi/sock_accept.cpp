// sock_accept: a new connection of a listening socket. No socket can be passed
// in yet.

#include "fd_table.h"
#include "wasi_functions.h"

// EBADF: `fd` is not open. ENOTSOCK: anything else that a program can have; but
// ENOSYS for a socket that stands for standard input, output or error.
extern "C" uint32_t wasmc_wasi_sock_accept(uint32_t fd, uint32_t flags,
                                           uint32_t result) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(fd, 0, &entry))
    return error;
  bool isSocket =
      entry->type == FiletypeSocketStream || entry->type == FiletypeSocketDgram;
  return isSocket ? WASI_ENOSYS : WASI_ENOTSOCK;
}
