// Readiness of sockets. However many there are, one event tells that something
// happened to one of them, and one call then says to which.

#include "io.h"
#include "socket_calls.h"
#include "wasi/wasi_types.h"
#include <winsock2.h>

namespace {

void report(const WSAPOLLFD &from, OsPoll &item) {
  bool failed = from.revents & (POLLERR | POLLNVAL);
  bool over = failed || (from.revents & POLLHUP);
  item.canRead = item.wantsRead && (over || (from.revents & POLLRDNORM));
  item.canWrite = item.wantsWrite && (over || (from.revents & POLLWRNORM));
  item.readHangup = over;
  item.writeHangup = failed; // who sends no more may still read
  item.error = from.revents & POLLNVAL ? WASI_EBADF : WASI_SUCCESS;
  item.bytes = 1;
  u_long available;
  if (item.canRead && !ioctlsocket(from.fd, long(FIONREAD), &available))
    item.bytes = available;
}

// Lets `event` tell of what `item` waits for, or no event any more.
bool select(const OsPoll &item, HANDLE event) {
  long kinds = (item.wantsRead ? FD_READ | FD_ACCEPT : 0) |
               (item.wantsWrite ? FD_WRITE | FD_CONNECT : 0) | FD_CLOSE;
  SOCKET socket = toSocket(item.handle);
  bool done = !WSAEventSelect(socket, event, event ? kinds : 0);
  if (event)
    return done;
  // Having had an event made it one that never waits.
  u_long nonblock = item.nonblock;
  ioctlsocket(socket, long(FIONBIO), &nonblock);
  return done;
}

} // namespace

void lookAtSockets(const OsPollWait &wait) {
  static_assert(sizeof(WSAPOLLFD) == 2 * sizeof(uint64_t));
  auto *list = reinterpret_cast<WSAPOLLFD *>(wait.scratch);
  ULONG count = 0;
  for (uint32_t i = 0; i != wait.count; ++i) {
    const OsPoll &item = wait.items[i];
    if (isSocket(item.handle))
      list[count++] = {toSocket(item.handle),
                       SHORT((item.wantsRead ? POLLRDNORM : 0) |
                             (item.wantsWrite ? POLLWRNORM : 0)),
                       0};
  }
  if (!count)
    return; // which WinSock takes for an error
  WSAPoll(list, count, 0);
  for (uint32_t i = wait.count; i-- != 0;)
    if (isSocket(wait.items[i].handle))
      report(list[--count], wait.items[i]);
}

bool watchSockets(const OsPollWait &wait, SocketWatch *watch) {
  // Some changes make no event: room to write again, unless a write was
  // refused before; what another thread's event was told. So nobody relies on
  // events for ever.
  constexpr DWORD readTurn = 1000, writeTurn = 10;
  for (uint32_t i = 0; i != wait.count; ++i) {
    const OsPoll &item = wait.items[i];
    if (!isSocket(item.handle))
      continue;
    if (!wait.state->event)
      wait.state->event = reinterpret_cast<intptr_t>(WSACreateEvent());
    watch->event = toHandle(wait.state->event);
    DWORD turn = item.wantsWrite ? writeTurn : readTurn;
    watch->turn = turn < watch->turn ? turn : watch->turn;
    if (!watch->event || !select(item, watch->event))
      return false;
  }
  return true;
}

void unwatchSockets(const OsPollWait &wait, const SocketWatch &watch) {
  if (!watch.event)
    return;
  for (uint32_t i = 0; i != wait.count; ++i)
    if (isSocket(wait.items[i].handle))
      select(wait.items[i], nullptr);
  WSAResetEvent(watch.event);
}
