// sock_accept: a new connection of a listening socket.

#include "guest_memory.h"
#include "sockets.h"
#include "wasi_functions.h"

// Takes the next connection of the listening socket `fd`, waiting for one
// unless `fd` is non-blocking, and stores its descriptor (u32) at `result`.
// `flags` are its fdflags, of which there is only `nonblock`.
//
// EBADF: not open. ENOTSOCK: no socket. ENOTCAPABLE: a connection; or the right
// is missing. EINVAL: another flag. EFAULT: the result lies outside guest
// memory; nothing was accepted. EAGAIN: none is there. ECONNABORTED: it ended
// before it was accepted. EMFILE, ENOMEM: no descriptor is left for it.
extern "C" uint32_t wasmc_wasi_sock_accept(uint32_t fd, uint32_t flags,
                                           uint32_t result) {
  FdEntry *entry;
  if (WasiErrno error = findListener(fd, &entry))
    return error;
  if (flags & ~uint32_t(FdflagNonblock))
    return WASI_EINVAL;
  if (!guestValid(result, 4))
    return WASI_EFAULT;
  uint64_t rights = entry->rightsInheriting;
  OsHandle handle;
  if (WasiErrno error = os_accept(entry->handle, flags != 0, &handle))
    return error;
  uint32_t accepted;
  if (WasiErrno error = fdAllocate(handle, FiletypeSocketStream, rights, rights,
                                   &accepted, &entry)) {
    os_close(handle);
    return error;
  }
  entry->fdflags = uint16_t(flags);
  guestStore(result, accepted);
  return WASI_SUCCESS;
}
