// Clocks by system call.

#include "errors.h"
#include "io.h"

// WASI numbers its clocks as Linux does.
static WasiErrno read(int64_t number, uint32_t clock, uint64_t *value) {

  KernelTime time;
  int64_t result = sys(number, clock, sysArg(&time));
  if (result < 0)
    return toWasiErrno(result);
  *value = uint64_t(time.seconds) * 1000000000 + uint64_t(time.nanoseconds);
  return WASI_SUCCESS;
}

WasiErrno os_clock_time(uint32_t clock, uint64_t *time) {
  return read(__NR_clock_gettime, clock, time);
}

WasiErrno os_clock_resolution(uint32_t clock, uint64_t *resolution) {
  return read(__NR_clock_getres, clock, resolution);
}
