// Waiting by ppoll. Its timeout is relative and at nanosecond precision, and
// the kernel never ends it early.

#include "io.h"
#include "wasi/wasi_types.h"
#include <asm/ioctls.h>
#include <asm/poll.h>

namespace {

struct PollFd {
  int32_t fd;
  int16_t events, revents;
};

// ppoll on `fds`; `deadline` as in os_poll. Zeroes when it ends by time or
// by a signal.
int64_t wait(PollFd *fds, uint32_t count, uint64_t deadline) {
  KernelTime left = {0, 0};
  if (deadline && deadline != ~uint64_t(0)) {
    uint64_t now;
    os_clock_time(ClockMonotonic, &now);
    uint64_t nanoseconds = deadline > now ? deadline - now : 0;
    left = {int64_t(nanoseconds / 1000000000),
            int64_t(nanoseconds % 1000000000)};
  }
  return sys(__NR_ppoll, sysArg(fds), count,
             deadline == ~uint64_t(0) ? 0 : sysArg(&left), 0, 8);
}

void report(const PollFd &fd, OsPoll &item) {
  item.ready = fd.revents != 0;
  item.error = fd.revents & POLLNVAL ? WASI_EBADF : WASI_SUCCESS;
  item.hangup =
      fd.revents & (item.write ? POLLERR | POLLHUP : POLLHUP | POLLRDHUP);
  item.bytes = 1;
  int32_t available = 0;
  if (!item.write &&
      sys(__NR_ioctl, fdArg(item.handle), FIONREAD, sysArg(&available)) >= 0)
    item.bytes = uint32_t(available);
}

} // namespace

void os_yield() { sys(__NR_sched_yield); }

WasiErrno os_poll(OsPoll *items, uint32_t count, uint64_t deadline) {
  // A few at a time: more than one block is looked at in turns of 10 ms.
  constexpr uint32_t blockSize = 256;
  constexpr uint64_t turn = 10000000;
  PollFd fds[blockSize];
  do {
    bool any = false;
    for (uint32_t at = 0; at == 0 || at < count; at += blockSize) {
      uint32_t size = count - at < blockSize ? count - at : blockSize;
      for (uint32_t i = 0; i != size; ++i)
        fds[i] = {int32_t(items[at + i].handle),
                  int16_t(items[at + i].write ? POLLOUT : POLLIN | POLLRDHUP),
                  0};
      int64_t result = wait(fds, size, count > blockSize || any ? 0 : deadline);
      if (result < 0 && result != interrupted)
        return toWasiErrno(result);
      for (uint32_t i = 0; i != size; ++i) {
        report(fds[i], items[at + i]);
        any |= items[at + i].ready;
      }
    }
    if (any || count <= blockSize || deadline == 0)
      return WASI_SUCCESS;
    uint64_t now;
    os_clock_time(ClockMonotonic, &now);
    if (now >= deadline)
      return WASI_SUCCESS;
    wait(fds, 0, deadline - now < turn ? deadline : now + turn);
  } while (true);
}
