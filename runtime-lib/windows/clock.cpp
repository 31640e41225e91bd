// Clocks: the precise system time and the performance counter.

#include "io.h"
#include "wasi/wasi_types.h"

namespace {

uint64_t toNumber(const FILETIME &time) {
  return uint64_t(time.dwHighDateTime) << 32 | time.dwLowDateTime;
}

uint64_t counterFrequency() {
  static uint64_t frequency; // fixed while the system runs
  if (!frequency) {
    LARGE_INTEGER value;
    QueryPerformanceFrequency(&value);
    frequency = uint64_t(value.QuadPart);
  }
  return frequency;
}

WasiErrno cpuTime(bool ofThread, uint64_t *time) {
  FILETIME created, ended, kernel, user;
  if (!(ofThread ? GetThreadTimes(GetCurrentThread(), &created, &ended, &kernel,
                                  &user)
                 : GetProcessTimes(GetCurrentProcess(), &created, &ended,
                                   &kernel, &user)))
    return lastError();
  *time = (toNumber(kernel) + toNumber(user)) * 100;
  return WASI_SUCCESS;
}

} // namespace

WasiErrno os_clock_time(uint32_t clock, uint64_t *time) {
  switch (clock) {
  case ClockRealtime:
    *time = fromFileTime(currentFileTime());
    return WASI_SUCCESS;
  case ClockMonotonic: {
    LARGE_INTEGER counter;
    QueryPerformanceCounter(&counter);
    uint64_t ticks = uint64_t(counter.QuadPart), second = counterFrequency();
    *time = ticks / second * 1000000000 + ticks % second * 1000000000 / second;
    return WASI_SUCCESS;
  }
  default:
    return cpuTime(clock == ClockThreadCputime, time);
  }
}

WasiErrno os_clock_resolution(uint32_t clock, uint64_t *resolution) {
  switch (clock) {
  case ClockRealtime:
    *resolution = 100;
    return WASI_SUCCESS;
  case ClockMonotonic:
    *resolution =
        counterFrequency() >= 1000000000 ? 1 : 1000000000 / counterFrequency();
    return WASI_SUCCESS;
  default: // counted in ticks of the scheduler
    *resolution = 15625000;
    return WASI_SUCCESS;
  }
}
