// The four clocks: they exist, go forward, and others do not exist.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_timestamp_t time, last = 0, resolution;
  for (__wasi_clockid_t id = 0; id != 4; ++id) {
    OK(__wasi_clock_res_get(id, &resolution));
    HOLDS(resolution > 0 && resolution <= 1000000000);
    OK(__wasi_clock_time_get(id, 0, &time));
    OK(__wasi_clock_time_get(id, ~0ull, &last));
    HOLDS(last >= time);
  }
  OK(__wasi_clock_time_get(0, 0, &time));
  HOLDS(time > 1700000000ull * 1000000000); // after 2023
  for (int i = 0; i != 100000; ++i) {
    OK(__wasi_clock_time_get(1, 0, &time));
    HOLDS(i == 0 || time >= last);
    last = time;
  }
  EXPECT(INVAL, __wasi_clock_time_get(4, 0, &time));
  EXPECT(INVAL, __wasi_clock_res_get(4, &time));
  EXPECT(INVAL, __wasi_clock_time_get(0xffffffff, 0, &time));
  return failures;
}
