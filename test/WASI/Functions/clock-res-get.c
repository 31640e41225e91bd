// clock_res_get: each clock has a resolution between a nanosecond and a second.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_timestamp_t resolution;
  for (__wasi_clockid_t id = 0; id != 4; ++id) {
    resolution = 0;
    OK(__wasi_clock_res_get(id, &resolution));
    HOLDS(resolution >= 1 && resolution <= 1000000000);
  }
  EXPECT(INVAL, __wasi_clock_res_get(4, &resolution));
  EXPECT(INVAL, __wasi_clock_res_get(0xffffffff, &resolution));
  return failures;
}
