// Stream sockets by system call.

#include "io.h"
#include "system_address.h"
#include "wasi/wasi_types.h"
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/ipv6.h>

namespace {

constexpr uint16_t familyV4 = 2, familyV6 = 10;
constexpr uint64_t streamCloexec = 1 | 02000000; // SOCK_STREAM | SOCK_CLOEXEC
constexpr uint64_t sockNonblock = 04000;
constexpr uint64_t levelSocket = 1, optionReuseAddress = 2, optionNoDelay = 1;
constexpr uint64_t longestQueue = 4096; // the kernel lowers it to its own
constexpr uint32_t messagePeek = 2, messageTruncated = 0x20,
                   messageWaitAll = 0x100, messageNoSignal = 0x4000;

struct MessageHeader { // struct msghdr
  void *name;
  uint64_t nameSize;
  const OsBuffer *buffers;
  uint64_t count;
  void *control;
  uint64_t controlSize;
  uint32_t flags;
};

void setOption(int64_t fd, uint64_t level, uint64_t option) {
  int32_t on = 1;
  sys(__NR_setsockopt, uint64_t(fd), level, option, sysArg(&on), sizeof(on));
}

} // namespace

WasiErrno os_listen(const SocketAddress &address, OsHandle *result) {
  int64_t fd =
      sys(__NR_socket, address.isV6 ? familyV6 : familyV4, streamCloexec);
  if (fd < 0)
    return toWasiErrno(fd);
  // A server may start again at once; and [::] is IPv6 only, as on Windows.
  setOption(fd, levelSocket, optionReuseAddress);
  if (address.isV6)
    setOption(fd, IPPROTO_IPV6, IPV6_V6ONLY);
  SystemAddress name(address, familyV4, familyV6);
  int64_t error = sys(__NR_bind, uint64_t(fd), sysArg(&name), name.size);
  if (error >= 0)
    error = sys(__NR_listen, uint64_t(fd), longestQueue);
  if (error < 0)
    os_close(fd);
  *result = fd;
  return toWasiErrno(error);
}

WasiErrno os_accept(OsHandle listener, bool nonblock, OsHandle *result) {
  constexpr uint64_t cloexec = 02000000;
  int64_t fd;
  do
    fd = sys(__NR_accept4, fdArg(listener), 0, 0,
             cloexec | (nonblock ? sockNonblock : 0));
  while (fd == interrupted);
  // WASI has no function to ask for it, and without it an answer in two parts
  // waits for the other side's delayed acknowledgement.
  if (fd >= 0)
    setOption(fd, IPPROTO_TCP, optionNoDelay);
  *result = fd;
  return toWasiErrno(fd);
}

WasiErrno os_receive(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                     uint32_t riflags, size_t *done, bool *truncated) {
  MessageHeader message = {};
  message.buffers = buffers;
  message.count = count;
  uint32_t flags = (riflags & RecvPeek ? messagePeek : 0) |
                   (riflags & RecvWaitall ? messageWaitAll : 0);
  int64_t result;
  do
    result = sys(__NR_recvmsg, fdArg(handle), sysArg(&message), flags);
  while (result == interrupted);
  if (result < 0)
    return toWasiErrno(result);
  *done = size_t(result);
  *truncated = message.flags & messageTruncated;
  return WASI_SUCCESS;
}

WasiErrno os_send(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                  size_t *done) {
  MessageHeader message = {};
  message.buffers = buffers;
  message.count = count;
  int64_t result;
  do
    result =
        sys(__NR_sendmsg, fdArg(handle), sysArg(&message), messageNoSignal);
  while (result == interrupted);
  if (result < 0)
    return toWasiErrno(result);
  *done = size_t(result);
  return WASI_SUCCESS;
}

WasiErrno os_shutdown(OsHandle handle, uint32_t sdflags) {
  return toWasiErrno(sys(__NR_shutdown, fdArg(handle),
                         sdflags == ShutAll    ? 2
                         : sdflags == ShutSend ? 1
                                               : 0));
}
