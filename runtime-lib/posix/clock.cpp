// Clocks: the kernel's function in this process, or else the system call.

#include "errors.h"
#include "io.h"
#include "vdso.h"

static uint64_t toNumber(const KernelTime &time) {
  return uint64_t(time.seconds) * 1000000000 + uint64_t(time.nanoseconds);
}

// WASI numbers its clocks as Linux does.
WasiErrno os_clock_time(uint32_t clock, uint64_t *time) {
  static VdsoClockGettime gettime;
  static bool searched;
  if (!searched) {
    gettime = findVdsoClockGettime();
    searched = true;
  }
  KernelTime now;
  int64_t result = gettime ? gettime(int32_t(clock), &now)
                           : sys(__NR_clock_gettime, clock, sysArg(&now));
  if (result < 0)
    return toWasiErrno(result);
  *time = toNumber(now);
  return WASI_SUCCESS;
}

WasiErrno os_clock_resolution(uint32_t clock, uint64_t *resolution) {
  KernelTime step;
  int64_t result = sys(__NR_clock_getres, clock, sysArg(&step));
  if (result < 0)
    return toWasiErrno(result);
  *resolution = toNumber(step);
  return WASI_SUCCESS;
}
