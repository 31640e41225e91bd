// What one call of poll_oneoff waits for, and the waiting itself.

#ifndef WASMC_WASI_POLL_SET_H
#define WASMC_WASI_POLL_SET_H

#include "poll_plan.h"
#include "spin_tail.h"

// What a thread keeps from call to call; zero at first.
struct PollThread {
  OsPollState os;
  SpinTail tail;
  char spinWish; // '0' or '1' once it is known
};
PollThread &pollThread();
// Gives back what the calling thread, which ends, kept.
void releasePolling();

// Whether waits end by a loop (SpinTail): as the system's timer needs it,
// unless WASMC_POLL_SPIN=0 or =1 in the host's environment says otherwise.
bool pollSpins(PollThread &thread);

class PollSet {
public:
  // `memory` has bytesFor(count) bytes, aligned to 8. The monotonic
  // clock shows `start`.
  PollSet(void *memory, uint32_t count, uint64_t start);
  static constexpr uint64_t bytesFor(uint32_t count) {
    uint64_t slots = slotsFor(count);
    return count * (sizeof(PollWait) + sizeof(OsPoll)) +
           slots * sizeof(uint32_t) + 2 * (uint64_t(count) + 1) * 8;
  }

  // The next subscription: EINVAL as planSubscription().
  WasiErrno add(const WasiSubscription &from);
  // Lets the system be asked about a descriptor's wait. Waits for the same
  // handle share an item. `nonblock`: reading it never waits.
  void ask(PollWait *wait, OsHandle handle, uint8_t type, bool nonblock);
  // Waits until something is ready, and marks all that is.
  WasiErrno wait(PollThread &thread);

  PollWait *waits;
  uint32_t count = 0; // subscriptions added

private:
  static constexpr uint64_t slotsFor(uint64_t count) {
    uint64_t slots = 4;
    while (slots < 2 * count)
      slots *= 2;
    return slots;
  }
  PollTime readTime() const;
  WasiErrno waitForItems(PollThread &thread, const OsWake &wake, bool *any);

  OsPoll *items;
  uint64_t *scratch;
  uint32_t *slots; // hash table: the number of an item, plus 1
  uint32_t slotMask, itemCount = 0;
  bool usesWall = false;
  uint64_t start;
};

#endif
