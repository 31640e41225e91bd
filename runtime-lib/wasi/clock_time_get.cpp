// clock_time_get: the time of a clock.

#include "guest_memory.h"
#include "wasi_functions.h"

// Stores the time of clock `id` (0 realtime since 1970, 1 monotonic, 2 process
// and 3 thread CPU time) in nanoseconds (u64) at `result`. `precision` is how
// late the answer may be; every answer is exact.
//
// EINVAL: no such clock. EFAULT: the result lies outside guest memory.
extern "C" uint32_t wasmc_wasi_clock_time_get(uint32_t id, uint64_t precision,
                                              uint32_t result) {
  if (id > ClockThreadCputime)
    return WASI_EINVAL;
  if (!guestValid(result, 8))
    return WASI_EFAULT;
  uint64_t time;
  if (WasiErrno error = os_clock_time(id, &time))
    return error;
  guestStore(result, time);
  return WASI_SUCCESS;
}
