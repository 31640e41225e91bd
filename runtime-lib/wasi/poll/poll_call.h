// poll_oneoff of both snapshots, whose subscriptions differ.

#ifndef WASMC_WASI_POLL_CALL_H
#define WASMC_WASI_POLL_CALL_H

#include "wasi/wasi_types.h"

// Where subscriptions come from.
struct PollSource {
  uint32_t size; // bytes of each in guest memory
  // Reads one from a valid address.
  WasiSubscription (*load)(uint32_t address);
};

// As poll_oneoff.cpp says.
WasiErrno pollOneoff(const PollSource &source, uint32_t in, uint32_t out,
                     uint32_t count, uint32_t result);

#endif
