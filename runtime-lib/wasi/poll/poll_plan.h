// The clock arithmetic of poll_oneoff, without any system call: what each
// subscription waits for, and until when to sleep.

#ifndef WASMC_WASI_POLL_PLAN_H
#define WASMC_WASI_POLL_PLAN_H

#include "wasi/wasi_types.h"

inline constexpr uint64_t pollNever = ~uint64_t(0);

// One subscription and what became of it.
struct PollWait {
  uint64_t userdata;
  uint64_t deadline; // a clock's: on the wall or the monotonic clock
  uint64_t bytes;    // a descriptor's: that can be read
  uint32_t fd;
  uint8_t type; // EventClock, EventFdRead or EventFdWrite
  bool wallClock;
  bool ready, hangup;
  WasiErrno error; // with `ready`
};

struct PollTime {
  uint64_t monotonic, wall; // nanoseconds
};

// Reads a subscription made at `now`. A relative time lasts on the monotonic
// clock, whichever it names; an absolute one follows its clock. A CPU clock
// becomes a ready wait with ENOTSUP. EINVAL: an unknown type, clock or flag.
WasiErrno planSubscription(const WasiSubscription &from, const PollTime &now,
                           PollWait *wait);

// Marks the clocks that are due at `now`. Whether any wait is ready.
bool markDueClocks(PollWait *waits, uint32_t count, const PollTime &now);

// When, on the monotonic clock, to look at the clocks again: pollNever if no
// clock is waited for. A wall clock may be set meanwhile, so it is looked at
// once a second.
uint64_t nextLook(const PollWait *waits, uint32_t count, const PollTime &now);

WasiEvent eventOf(const PollWait &wait);

#endif
