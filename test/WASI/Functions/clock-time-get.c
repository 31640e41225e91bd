// clock_time_get: work makes every clock go on.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_timestamp_t start[4], now;
  for (__wasi_clockid_t id = 0; id != 4; ++id)
    OK(__wasi_clock_time_get(id, 1, &start[id]));
  for (__wasi_clockid_t id = 0; id != 4; ++id)
    do
      OK(__wasi_clock_time_get(id, 1, &now));
    while (now == start[id]);
  HOLDS(start[0] > 1700000000ull * 1000000000); // after 2023
  EXPECT(INVAL, __wasi_clock_time_get(4, 1, &now));
  return failures;
}
