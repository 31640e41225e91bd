// Clock arithmetic for poll_oneoff. All sums saturate: the largest number of
// nanoseconds means never.

#include "poll_plan.h"

namespace {

uint64_t saturatingAdd(uint64_t a, uint64_t b) {
  uint64_t sum;
  return __builtin_add_overflow(a, b, &sum) ? pollNever : sum;
}

uint64_t least(uint64_t a, uint64_t b) { return a < b ? a : b; }

bool isClock(const PollWait &wait) {
  return wait.type == EventClock && wait.deadline != pollNever;
}

} // namespace

WasiErrno planSubscription(const WasiSubscription &from, uint64_t start,
                           PollWait *wait) {
  *wait = {};
  wait->userdata = from.userdata;
  wait->type = from.tag;
  wait->deadline = pollNever;
  wait->item = pollNoItem;
  if (from.tag == EventFdRead || from.tag == EventFdWrite) {
    wait->fd = from.io.fd;
    return WASI_SUCCESS;
  }
  if (from.tag != EventClock || from.clock.id > ClockThreadCputime ||
      (from.clock.flags & ~uint32_t(SubclockAbstime)))
    return WASI_EINVAL;
  if (from.clock.id >= ClockProcessCputime) {
    wait->ready = true;
    wait->error = WASI_ENOTSUP;
    return WASI_SUCCESS;
  }
  bool absolute = from.clock.flags & SubclockAbstime;
  wait->wallClock = absolute && from.clock.id == ClockRealtime;
  wait->precision = from.clock.precision;
  wait->deadline =
      absolute ? from.clock.timeout : saturatingAdd(start, from.clock.timeout);
  return WASI_SUCCESS;
}

bool markDueClocks(PollWait *waits, uint32_t count, const PollTime &now) {
  bool any = false;
  for (uint32_t i = 0; i != count; ++i) {
    PollWait &wait = waits[i];
    if (isClock(wait) &&
        wait.deadline <= (wait.wallClock ? now.wall : now.monotonic))
      wait.ready = true;
    any |= wait.ready;
  }
  return any;
}

OsWake nextWake(const PollWait *waits, uint32_t count, const PollTime &now,
                const OsTimer &timer, uint64_t lead) {
  OsWake wake = {pollNever, pollNever};
  for (uint32_t i = 0; i != count; ++i) {
    const PollWait &wait = waits[i];
    if (!isClock(wait))
      continue;
    uint64_t early = wait.precision < lead ? least(lead, wait.deadline) : 0;
    uint64_t at = wait.deadline - early;
    uint64_t &earliest = wait.wallClock ? wake.wall : wake.monotonic;
    earliest = least(earliest, at);
  }
  if (wake.wall != pollNever && timer.wallSlice != pollNever) {
    uint64_t left = wake.wall > now.wall ? wake.wall - now.wall : 0;
    uint64_t at = saturatingAdd(now.monotonic, least(left, timer.wallSlice));
    wake = {least(wake.monotonic, at), pollNever};
  }
  if (wake.monotonic != pollNever)
    wake.monotonic =
        least(wake.monotonic, saturatingAdd(now.monotonic, timer.slice));
  return wake;
}

WasiEvent eventOf(const PollWait &wait) {
  WasiEvent event;
  __builtin_memset(&event, 0, sizeof(event)); // its padding, too
  event.userdata = wait.userdata;
  event.error = wait.error;
  event.type = wait.type;
  if (wait.type != EventClock && !wait.error) {
    event.nbytes = wait.bytes;
    event.flags = wait.hangup ? EventFdHangup : 0;
  }
  return event;
}
