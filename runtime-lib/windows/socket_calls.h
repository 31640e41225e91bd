// The operations of os.h that work on sockets as on files. WinSock does them,
// with which only programs that can have sockets are linked: socket.cpp fills
// the pointer when it makes the first one.

#ifndef WASMC_WINDOWS_SOCKET_CALLS_H
#define WASMC_WINDOWS_SOCKET_CALLS_H

#include "os.h"

// The handle of a socket has its lowest bit set, which the system's handles
// never have.
inline bool isSocket(OsHandle handle) {
  return (handle & 1) && handle != osNoHandle;
}

struct SocketCalls {
  WasiErrno (*read)(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                    size_t *done);
  WasiErrno (*write)(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                     size_t *done);
  WasiErrno (*close)(OsHandle handle);
  WasiErrno (*setNonblock)(OsHandle handle, bool nonblock);
  // Looks whether the socket is ready, and fills the results of `item`.
  void (*look)(OsPoll &item);
};

// Not null if a socket exists.
extern const SocketCalls *socketCalls;

#endif
