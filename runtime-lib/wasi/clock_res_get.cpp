// clock_res_get: the step of a clock.

#include "guest_memory.h"
#include "poll/poll_set.h"
#include "wasi_functions.h"

// Stores the resolution of clock `id` (0 realtime, 1 monotonic, 2 process and
// 3 thread CPU time) in nanoseconds (u64) at `result`: how fine the clock can
// be read, and waited for. Where a wait ends with a coarser timer than the
// clock, and nothing makes up for it, that is the timer's step.
//
// EINVAL: no such clock. EFAULT: the result lies outside guest memory.
extern "C" uint32_t wasmc_wasi_clock_res_get(uint32_t id, uint32_t result) {
  if (id > ClockThreadCputime)
    return WASI_EINVAL;
  if (!guestValid(result, 8))
    return WASI_EFAULT;
  uint64_t resolution;
  if (WasiErrno error = os_clock_resolution(id, &resolution))
    return error;
  if (id <= ClockMonotonic && !pollSpins(pollThread()) &&
      os_timer().quantum > resolution)
    resolution = os_timer().quantum;
  guestStore(result, resolution);
  return WASI_SUCCESS;
}
