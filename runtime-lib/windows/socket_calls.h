// The operations of os.h that work on sockets as on files. WinSock does them,
// with which only programs that can have sockets are linked: socket.cpp fills
// the pointer when it makes the first one.

#ifndef WASMC_WINDOWS_SOCKET_CALLS_H
#define WASMC_WINDOWS_SOCKET_CALLS_H

#include "os.h"
#include <windows.h>

// The handle of a socket has its lowest bit set, which the system's handles
// never have.
inline bool isSocket(OsHandle handle) {
  return (handle & 1) && handle != osNoHandle;
}

// WinSock's name for it, a SOCKET.
inline uintptr_t toSocket(OsHandle handle) {
  return uintptr_t(handle & ~OsHandle(1));
}

// What tells a wait of sockets.
struct SocketWatch {
  HANDLE event; // null: no socket is waited for
  DWORD turn;   // milliseconds until they are to be looked at anyway
};

struct SocketCalls {
  WasiErrno (*read)(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                    size_t *done);
  WasiErrno (*write)(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                     size_t *done);
  WasiErrno (*close)(OsHandle handle);
  WasiErrno (*setNonblock)(OsHandle handle, bool nonblock);
  // Fills the results of those items that are sockets.
  void (*look)(const OsPollWait &wait);
  // Lets an event tell that one of them may have become ready, until unwatch().
  // False if the system refuses.
  bool (*watch)(const OsPollWait &wait, SocketWatch *watch);
  void (*unwatch)(const OsPollWait &wait, const SocketWatch &watch);
};

// Those three (socket_poll.cpp).
void lookAtSockets(const OsPollWait &wait);
bool watchSockets(const OsPollWait &wait, SocketWatch *watch);
void unwatchSockets(const OsPollWait &wait, const SocketWatch &watch);

// Not null if a socket exists.
extern const SocketCalls *socketCalls;

#endif
