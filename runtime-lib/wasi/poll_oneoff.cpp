// poll_oneoff: waiting for times and descriptors.

#include "guest_memory.h"
#include "poll/poll_call.h"
#include "wasi_functions.h"

// Waits until at least one of the `count` subscriptions at `in`
// (WasiSubscription) is ready and stores an event (WasiEvent) at `out` for each
// that is, in their order; their number (u32) at `result`. A clock is never
// reported early by the time that clock_time_get tells. An event's `error`:
// EBADF for a descriptor that is not open or is a directory, ENOTCAPABLE for a
// missing right, ENOTSUP for a CPU clock.
//
// EINVAL: no subscriptions, or one of an unknown type, clock or flag. EFAULT:
// an address lies outside guest memory; nothing was written. ENOMEM: too many
// subscriptions.
extern "C" uint32_t wasmc_wasi_poll_oneoff(uint32_t in, uint32_t out,
                                           uint32_t count, uint32_t result) {
  return pollOneoff({sizeof(WasiSubscription), guestLoad<WasiSubscription>}, in,
                    out, count, result);
}
