// Stream sockets by WinSock.

#include "socket_calls.h"
#include "system_address.h"
#include "wasi/wasi_types.h"
#include <winsock2.h>
#include <ws2tcpip.h>

namespace {

OsHandle fromSocket(SOCKET socket) { return OsHandle(socket) | 1; }

struct ErrorPair {
  uint16_t winsock;
  uint8_t wasi;
};

const ErrorPair pairs[] = {
    {WSAEWOULDBLOCK, WASI_EAGAIN},
    {WSAECONNRESET, WASI_ECONNRESET},
    {WSAECONNABORTED, WASI_ECONNABORTED},
    {WSAESHUTDOWN, WASI_EPIPE},
    {WSAENOTCONN, WASI_ENOTCONN},
    {WSAEADDRINUSE, WASI_EADDRINUSE},
    {WSAEADDRNOTAVAIL, WASI_EADDRNOTAVAIL},
    {WSAEAFNOSUPPORT, WASI_EAFNOSUPPORT},
    {WSAEACCES, WASI_EACCES},
    {WSAEINTR, WASI_EINTR},
    {WSAEINVAL, WASI_EINVAL},
    {WSAEMFILE, WASI_EMFILE},
    {WSAENOBUFS, WASI_ENOBUFS},
    {WSAENETDOWN, WASI_ENETDOWN},
    {WSAENETRESET, WASI_ENETRESET},
    {WSAENETUNREACH, WASI_ENETUNREACH},
    {WSAEHOSTUNREACH, WASI_EHOSTUNREACH},
    {WSAETIMEDOUT, WASI_ETIMEDOUT},
    {WSAENOTSOCK, WASI_ENOTSOCK},
    {WSAEOPNOTSUPP, WASI_ENOTSUP},
};

WasiErrno socketError() {
  int error = WSAGetLastError();
  for (const ErrorPair &pair : pairs)
    if (pair.winsock == error)
      return WasiErrno(pair.wasi);
  return WASI_EIO;
}

// Sends or receives as many buffers as fit one call.
WasiErrno moveBytes(bool send, OsHandle handle, const OsBuffer *buffers,
                    uint32_t count, DWORD flags, size_t *done) {
  constexpr uint32_t atOnce = 32;
  WSABUF parts[atOnce];
  uint32_t used = count < atOnce ? count : atOnce;
  for (uint32_t i = 0; i != used; ++i)
    parts[i] = {ULONG(buffers[i].size), static_cast<char *>(buffers[i].data)};
  DWORD moved = 0;
  int result = send ? WSASend(toSocket(handle), parts, used, &moved, flags,
                              nullptr, nullptr)
                    : WSARecv(toSocket(handle), parts, used, &moved, &flags,
                              nullptr, nullptr);
  *done = moved;
  return result ? socketError() : WASI_SUCCESS;
}

// Fills all buffers unless the other side ends. (Wine does not know
// MSG_WAITALL.)
WasiErrno receiveAll(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                     size_t *done) {
  *done = 0;
  for (uint32_t i = 0; i != count; ++i)
    for (size_t filled = 0; filled != buffers[i].size;) {
      OsBuffer rest = {static_cast<char *>(buffers[i].data) + filled,
                       buffers[i].size - filled};
      size_t moved = 0;
      WasiErrno error = moveBytes(false, handle, &rest, 1, 0, &moved);
      if (error || moved == 0)
        return *done ? WASI_SUCCESS : error;
      filled += moved;
      *done += moved;
    }
  return WASI_SUCCESS;
}

WasiErrno readSocket(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                     size_t *done) {
  return moveBytes(false, handle, buffers, count, 0, done);
}

WasiErrno writeSocket(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                      size_t *done) {
  return moveBytes(true, handle, buffers, count, 0, done);
}

WasiErrno closeSocket(OsHandle handle) {
  return closesocket(toSocket(handle)) ? socketError() : WASI_SUCCESS;
}

WasiErrno setNonblock(OsHandle handle, bool nonblock) {
  u_long value = nonblock;
  return ioctlsocket(toSocket(handle), long(FIONBIO), &value) ? socketError()
                                                              : WASI_SUCCESS;
}

const SocketCalls calls = {readSocket,    writeSocket,   closeSocket,
                           setNonblock,   lookAtSockets, watchSockets,
                           unwatchSockets};

bool startWinsock() {
  if (socketCalls)
    return true;
  WSADATA data;
  if (WSAStartup(MAKEWORD(2, 2), &data))
    return false;
  socketCalls = &calls;
  return true;
}

void setOption(SOCKET socket, int level, int option) {
  DWORD on = 1;
  setsockopt(socket, level, option, reinterpret_cast<char *>(&on), sizeof(on));
}

} // namespace

WasiErrno os_listen(const SocketAddress &address, OsHandle *result) {
  if (!startWinsock())
    return WASI_ENETDOWN;
  SOCKET socket =
      WSASocketW(address.isV6 ? AF_INET6 : AF_INET, SOCK_STREAM, IPPROTO_TCP,
                 nullptr, 0, WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
  if (socket == INVALID_SOCKET)
    return socketError();
  // Or another program could listen on the same address.
  setOption(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE);
  if (address.isV6)
    setOption(socket, IPPROTO_IPV6, IPV6_V6ONLY);
  SystemAddress name(address, AF_INET, AF_INET6);
  if (bind(socket, reinterpret_cast<sockaddr *>(&name), int(name.size)) ||
      listen(socket, SOMAXCONN)) {
    WasiErrno error = socketError();
    closesocket(socket);
    return error;
  }
  *result = fromSocket(socket);
  return WASI_SUCCESS;
}

WasiErrno os_accept(OsHandle listener, bool nonblock, OsHandle *result) {
  SOCKET socket = accept(toSocket(listener), nullptr, nullptr);
  if (socket == INVALID_SOCKET)
    return socketError();
  // WASI has no function to ask for it, and without it an answer in two parts
  // waits for the other side's delayed acknowledgement.
  setOption(socket, IPPROTO_TCP, TCP_NODELAY);
  *result = fromSocket(socket);
  // Or it would be as the listening socket is.
  WasiErrno error = setNonblock(*result, nonblock);
  if (error)
    closesocket(socket);
  return error;
}

WasiErrno os_receive(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                     uint32_t riflags, size_t *done, bool *truncated) {
  if (riflags == RecvAll) // nothing would tell when more has come
    return WASI_ENOTSUP;
  return riflags == RecvWaitall
             ? receiveAll(handle, buffers, count, done)
             : moveBytes(false, handle, buffers, count,
                         riflags & RecvPeek ? MSG_PEEK : 0, done);
}

WasiErrno os_send(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                  size_t *done) {
  return writeSocket(handle, buffers, count, done);
}

WasiErrno os_shutdown(OsHandle handle, uint32_t sdflags) {
  int how = sdflags == ShutAll    ? SD_BOTH
            : sdflags == ShutSend ? SD_SEND
                                  : SD_RECEIVE;
  return shutdown(toSocket(handle), how) ? socketError() : WASI_SUCCESS;
}
