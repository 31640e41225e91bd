// poll_oneoff waits for times, never less than asked, and reports what is due,
// once each, in order.
// RUN: %run_wasi %s

#include "wasi_check.h"

enum { MS = 1000000 };

static __wasi_timestamp_t now(int clock) {
  __wasi_timestamp_t time = 0;
  OK(__wasi_clock_time_get(clock, 0, &time));
  return time;
}

static __wasi_subscription_t at(uint64_t userdata, int clock, uint64_t timeout,
                                int flags) {
  __wasi_subscription_t s;
  memset(&s, 0, sizeof s);
  s.userdata = userdata;
  s.u.tag = __WASI_EVENTTYPE_CLOCK;
  s.u.u.clock.id = clock;
  s.u.u.clock.timeout = timeout;
  s.u.u.clock.flags = flags;
  return s;
}

// One subscription takes `least` ns, and no more than half a second longer.
static void takes(int clock, uint64_t timeout, int flags, uint64_t least) {
  __wasi_subscription_t s = at(42, clock, timeout, flags);
  __wasi_event_t event[2];
  __wasi_size_t count = 0;
  memset(event, '#', sizeof event);
  uint64_t start = now(1);
  OK(__wasi_poll_oneoff(&s, event, 1, &count));
  uint64_t time = now(1) - start;
  HOLDS(time >= least && time < least + 500 * MS);
  EQUAL(count, 1);
  EQUAL(event[0].userdata, 42);
  EQUAL(event[0].error, 0);
  EQUAL(event[0].type, __WASI_EVENTTYPE_CLOCK);
  EQUAL(((uint8_t *)event)[sizeof *event], '#');
}

int main(void) {
  static const uint64_t times[] = {0,       1,      50000,  999999,
                                   1000001, 5 * MS, 20 * MS};
  for (int clock = 0; clock != 2; ++clock)
    for (int i = 0; i != 7; ++i) {
      takes(clock, times[i], 0, times[i]);
      takes(clock, 1, 1, 0);
      takes(clock, now(clock) - MS, 1, 0);
    }
  takes(1, now(1) + 20 * MS, 1, 19 * MS);
  uint64_t wall = now(0) + 20 * MS;
  takes(0, wall, 1, 15 * MS);
  HOLDS(now(0) >= wall);
  // Of several, those that are due; the largest time never is.
  __wasi_subscription_t many[5] = {at(1, 1, 300 * MS, 0), at(2, 1, 5 * MS, 0),
                                   at(3, 0, ~0ull, 0), at(4, 0, 5 * MS, 0),
                                   at(5, 1, 1ull << 63, 0)};
  __wasi_event_t events[5];
  __wasi_size_t count;
  many[3].u.u.clock.timeout = 1;
  many[1].u.u.clock.timeout = 1;
  OK(__wasi_poll_oneoff(many, events, 5, &count));
  HOLDS(count >= 1 && count <= 2);
  for (unsigned i = 0; i != count; ++i)
    HOLDS(events[i].userdata == 2 || events[i].userdata == 4);
  __wasi_subscription_t equal[2] = {at(7, 1, now(1) + 5 * MS, 1),
                                    at(8, 1, now(1) + 1 * MS, 1)};
  equal[1].u.u.clock.timeout = equal[0].u.u.clock.timeout;
  OK(__wasi_poll_oneoff(equal, events, 2, &count));
  EQUAL(count, 2);
  EQUAL(events[0].userdata, 7);
  EQUAL(events[1].userdata, 8);
  return failures;
}
