// Waiting by ppoll, without a timeout of its own: the times come from timerfds,
// which the kernel's timer slack (50 us) spares, and which follow their clock
// through steps and suspension.

#include "io.h"
#include "wasi/wasi_types.h"
#include <asm/ioctls.h>
#include <asm/poll.h>
#include <linux/timerfd.h>

namespace {

constexpr uint64_t never = ~uint64_t(0);

struct PollFd {
  int32_t fd;
  int16_t events, revents;
};

KernelTime toKernelTime(uint64_t nanoseconds) {
  return {int64_t(nanoseconds / 1000000000), int64_t(nanoseconds % 1000000000)};
}

// Arms the thread's timer of a clock (Linux numbers them as WASI does) and adds
// it to `list`. False if there is none, or if the clock was set meanwhile.
bool addTimer(OsPollState *state, uint32_t clock, uint64_t at, PollFd *list) {
  if (!state->timers[clock]) { // a descriptor plus 1
    int64_t made = sys(__NR_timerfd_create, clock, TFD_CLOEXEC | TFD_NONBLOCK);
    if (made < 0)
      return false;
    state->timers[clock] = made + 1;
  }
  struct {
    KernelTime interval, value;
  } when = {{0, 0}, toKernelTime(at)};
  constexpr uint64_t flags[] = {TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET,
                                TFD_TIMER_ABSTIME};
  int64_t timer = state->timers[clock] - 1;
  *list = {int32_t(timer), POLLIN, 0};
  return sys(__NR_timerfd_settime, uint64_t(timer), flags[clock], sysArg(&when),
             0) >= 0;
}

// Without a timer: how long to wait at most.
KernelTime timeoutOf(const OsWake &wake) {
  constexpr uint64_t wallTurn = 1000000000;
  uint64_t now, left = wake.wall == never ? never : wallTurn;
  if (wake.monotonic != never) {
    os_clock_time(ClockMonotonic, &now);
    uint64_t until = wake.monotonic > now ? wake.monotonic - now : 0;
    left = until < left ? until : left;
  }
  if (wake.wall != never) {
    os_clock_time(ClockRealtime, &now);
    uint64_t until = wake.wall > now ? wake.wall - now : 0;
    left = until < left ? until : left;
  }
  return toKernelTime(left);
}

void report(const PollFd &fd, OsPoll &item) {
  constexpr int16_t closed = POLLHUP | POLLERR | POLLNVAL;
  item.error = fd.revents & POLLNVAL ? WASI_EBADF : WASI_SUCCESS;
  item.canRead = fd.revents & (POLLIN | POLLRDHUP | closed);
  item.canWrite = fd.revents & (POLLOUT | closed);
  item.readHangup = fd.revents & (POLLHUP | POLLRDHUP);
  item.writeHangup = fd.revents & (POLLHUP | POLLERR);
  item.bytes = 1;
  int32_t available = 0;
  if (item.wantsRead && item.canRead &&
      sys(__NR_ioctl, fdArg(item.handle), FIONREAD, sysArg(&available)) >= 0)
    item.bytes = uint32_t(available);
}

} // namespace

void os_yield() { sys(__NR_sched_yield); }

void os_spin() { __builtin_ia32_pause(); }

const OsTimer &os_timer() {
  static const OsTimer timer = {0, never, never, false};
  return timer;
}

void os_end_polling(OsPollState *state) {
  for (intptr_t timer : state->timers)
    if (timer)
      os_close(timer - 1);
}

WasiErrno os_poll_wait(const OsPollWait &wait, const OsWake &wake) {
  static_assert(sizeof(PollFd) == sizeof(uint64_t));
  auto *list = reinterpret_cast<PollFd *>(wait.scratch);
  uint32_t count = 0;
  for (; count != wait.count; ++count) {
    const OsPoll &item = wait.items[count];
    uint32_t events = item.wantsRead ? POLLIN | POLLRDHUP : 0;
    events |= item.wantsWrite ? POLLOUT : 0;
    list[count] = {int32_t(item.handle), int16_t(events), 0};
  }
  bool waits = wake.monotonic && wake.wall, timed = false;
  for (uint32_t clock = ClockRealtime; clock <= ClockMonotonic; ++clock) {
    uint64_t at = clock == ClockRealtime ? wake.wall : wake.monotonic;
    if (!waits || at == never)
      continue;
    if (addTimer(wait.state, clock, at, &list[count]))
      ++count;
    else
      timed = true;
  }
  KernelTime timeout = timed ? timeoutOf(wake) : KernelTime{0, 0};
  int64_t result = sys(__NR_ppoll, sysArg(list), count,
                       waits && !timed ? 0 : sysArg(&timeout), 0, 8);
  if (result < 0 && result != interrupted)
    return toWasiErrno(result);
  for (uint32_t i = 0; i != wait.count; ++i)
    report(list[i], wait.items[i]);
  return WASI_SUCCESS;
}
