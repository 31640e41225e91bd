// What the functions on sockets share.

#ifndef WASMC_WASI_SOCKETS_H
#define WASMC_WASI_SOCKETS_H

#include "fd_table.h"

// Finds descriptor `fd`, which must be a stream socket with all of `rights`.
// EBADF: not open; ENOTSOCK: no socket; ENOTSUP: a socket of another kind;
// EBADF, ENOTCAPABLE: a right is missing.
inline WasiErrno findSocket(uint32_t fd, uint64_t rights, FdEntry **entry) {
  if (WasiErrno error = fdFind(fd, 0, entry))
    return error;
  if ((*entry)->type == FiletypeSocketDgram)
    return WASI_ENOTSUP;
  if ((*entry)->type != FiletypeSocketStream)
    return WASI_ENOTSOCK;
  return fdFind(fd, rights, entry);
}

// Finds a socket that accepts connections; a function that calls this is linked
// with the sockets that the policy opens. ENOTCAPABLE: a connection; the others
// as above.
WasiErrno findListener(uint32_t fd, FdEntry **entry);

#endif
