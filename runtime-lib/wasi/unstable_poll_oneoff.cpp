// poll_oneoff of the snapshot "wasi_unstable".

#include "guest_memory.h"
#include "poll/poll_call.h"
#include "wasi_functions.h"

static WasiSubscription load(uint32_t address) {
  auto from = guestLoad<WasiUnstableSubscription>(address);
  WasiSubscription to = {};
  to.userdata = from.userdata;
  to.tag = from.tag;
  if (from.tag == EventClock) {
    to.clock.id = from.clock.id;
    to.clock.timeout = from.clock.timeout;
    to.clock.precision = from.clock.precision;
    to.clock.flags = from.clock.flags;
  } else {
    to.io.fd = from.io.fd;
  }
  return to;
}

// As poll_oneoff, but the subscriptions are WasiUnstableSubscriptions.
extern "C" uint32_t wasmc_wasi_unstable_poll_oneoff(uint32_t in, uint32_t out,
                                                    uint32_t count,
                                                    uint32_t result) {
  return pollOneoff({sizeof(WasiUnstableSubscription), load}, in, out, count,
                    result);
}
