// The clock arithmetic of poll_oneoff, without any system call: what each
// subscription waits for, and until when to sleep.

#ifndef WASMC_WASI_POLL_PLAN_H
#define WASMC_WASI_POLL_PLAN_H

#include "os.h"
#include "wasi/wasi_types.h"

inline constexpr uint64_t pollNever = ~uint64_t(0);
inline constexpr uint32_t pollNoItem = ~uint32_t(0);

// One subscription and what became of it.
struct PollWait {
  uint64_t userdata;
  uint64_t deadline;  // a clock's: on the wall or the monotonic clock
  uint64_t precision; // a clock's: how much later will do
  uint64_t bytes;     // a descriptor's: that can be read
  uint32_t fd;
  uint32_t item; // which OsPoll tells about the descriptor, or pollNoItem
  uint8_t type;  // EventClock, EventFdRead or EventFdWrite
  bool wallClock;
  bool ready, hangup;
  WasiErrno error; // with `ready`
};

struct PollTime {
  uint64_t monotonic, wall; // nanoseconds
};

// Reads a subscription made when the monotonic clock showed `start`. A relative
// time lasts on that clock, whichever it names; an absolute one follows its
// clock. A CPU clock becomes a ready wait with ENOTSUP. EINVAL: an unknown
// type, clock or flag.
WasiErrno planSubscription(const WasiSubscription &from, uint64_t start,
                           PollWait *wait);

// Marks the clocks that are due at `now`. Whether any wait is ready.
bool markDueClocks(PollWait *waits, uint32_t count, const PollTime &now);

// Until when to sleep. A wait whose precision does not allow for `lead`
// nanoseconds is slept for that much less; the rest is for a loop.
OsWake nextWake(const PollWait *waits, uint32_t count, const PollTime &now,
                const OsTimer &timer, uint64_t lead);

WasiEvent eventOf(const PollWait &wait);

#endif
