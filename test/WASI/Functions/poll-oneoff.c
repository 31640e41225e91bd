// poll_oneoff reports the first of several times, with what it was given.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_subscription_t list[2];
  __wasi_event_t event[2];
  __wasi_timestamp_t before, after;
  __wasi_size_t count = 0;
  memset(list, 0, sizeof list);
  for (int i = 0; i != 2; ++i) {
    list[i].userdata = 70 + i;
    list[i].u.tag = __WASI_EVENTTYPE_CLOCK;
    list[i].u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
    list[i].u.u.clock.timeout = i ? 20000000 : 3600000000000;
  }
  OK(__wasi_clock_time_get(1, 1, &before));
  OK(__wasi_poll_oneoff(list, event, 2, &count));
  OK(__wasi_clock_time_get(1, 1, &after));
  EQUAL(count, 1);
  EQUAL(event[0].userdata, 71);
  EQUAL(event[0].error, 0);
  EQUAL(event[0].type, __WASI_EVENTTYPE_CLOCK);
  HOLDS(after - before >= 20000000);
  EXPECT(INVAL, __wasi_poll_oneoff(list, event, 0, &count));
  list[0].u.tag = 3;
  EXPECT(INVAL, __wasi_poll_oneoff(list, event, 2, &count));
  return failures;
}
