// Clock arithmetic for poll_oneoff. All sums saturate: the largest number of
// nanoseconds means never.

#include "poll_plan.h"

static uint64_t saturatingAdd(uint64_t a, uint64_t b) {
  uint64_t sum;
  return __builtin_add_overflow(a, b, &sum) ? pollNever : sum;
}

WasiErrno planSubscription(const WasiSubscription &from, const PollTime &now,
                           PollWait *wait) {
  *wait = {};
  wait->userdata = from.userdata;
  wait->type = from.tag;
  wait->deadline = pollNever;
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
  wait->deadline = absolute ? from.clock.timeout
                            : saturatingAdd(now.monotonic, from.clock.timeout);
  return WASI_SUCCESS;
}

bool markDueClocks(PollWait *waits, uint32_t count, const PollTime &now) {
  bool any = false;
  for (uint32_t i = 0; i != count; ++i) {
    PollWait &wait = waits[i];
    if (wait.type == EventClock && wait.deadline != pollNever &&
        wait.deadline <= (wait.wallClock ? now.wall : now.monotonic))
      wait.ready = true;
    any |= wait.ready;
  }
  return any;
}

uint64_t nextLook(const PollWait *waits, uint32_t count, const PollTime &now) {
  constexpr uint64_t wallSlice = 1000000000;
  uint64_t earliest = pollNever;
  for (uint32_t i = 0; i != count; ++i) {
    const PollWait &wait = waits[i];
    if (wait.type != EventClock || wait.deadline == pollNever)
      continue;
    uint64_t at = wait.deadline;
    if (wait.wallClock) {
      uint64_t left = wait.deadline > now.wall ? wait.deadline - now.wall : 0;
      at = saturatingAdd(now.monotonic, left < wallSlice ? left : wallSlice);
    }
    earliest = at < earliest ? at : earliest;
  }
  return earliest;
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
