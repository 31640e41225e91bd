// A thread that ends keeps nothing of what it polled with: no timer, and no
// event for its sockets.
// RUN: %run_runtime %s

#include "runtime_process.h"

// Waits for a connection that does not come, as a thread of its own would.
static void waitOnce(OsHandle listener) {
  OsPollState state = {};
  OsPoll item = {};
  item.handle = listener;
  item.type = FiletypeSocketStream;
  item.wantsRead = true;
  uint64_t scratch[4];
  OsPollWait wait = {&state, &item, 1, scratch};
  OsWake wake = {now() + millisecond, ~uint64_t(0)};
  EQUAL(os_poll_wait(wait, wake), 0);
  HOLDS(!item.canRead);
  os_end_polling(&state);
}

void test() {
  SocketAddress address = {{127, 0, 0, 1}, 0, false}; // any port
  OsHandle listener;
  EQUAL(os_listen(address, &listener), 0);
  waitOnce(listener);
  uint64_t handles = countHandles();
  for (int i = 0; i != 50; ++i)
    waitOnce(listener);
  EQUAL(countHandles(), handles);
}
