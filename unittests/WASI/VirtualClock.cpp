// The os_ functions of waiting, over the clock in memory.

#include "VirtualClock.h"
#include <algorithm>

VirtualClock *virtualClock;

VirtualClock::VirtualClock() { virtualClock = this; }
VirtualClock::~VirtualClock() { virtualClock = nullptr; }

static uint64_t until(uint64_t wake, uint64_t now) {
  return wake == ~uint64_t(0) ? wake : wake > now ? wake - now : 0;
}

static bool lookAt(const OsPollWait &wait) {
  bool any = false;
  for (uint32_t i = 0; i != wait.count; ++i) {
    OsPoll &item = wait.items[i];
    const VirtualDescriptor &from = virtualClock->descriptors[item.handle];
    item.canRead =
        item.wantsRead && (from.canRead || from.hangup || from.error);
    item.canWrite = item.wantsWrite && (from.canWrite || from.error);
    item.readHangup = from.hangup;
    item.writeHangup = false;
    item.error = from.error;
    item.bytes = from.bytes;
    any |= item.canRead || item.canWrite;
  }
  return any;
}

WasiErrno os_poll_wait(const OsPollWait &wait, const OsWake &wake) {
  VirtualClock &clock = *virtualClock;
  clock.itemCounts.push_back(wait.count);
  // What the system writes here must not be anybody else's.
  std::fill_n(wait.scratch, 2 * (wait.count + 1), ~uint64_t(0));
  if (clock.failure)
    return clock.failure;
  bool any = lookAt(wait);
  if (!wake.monotonic || !wake.wall) {
    ++clock.looks;
    return WASI_SUCCESS;
  }
  ++clock.sleeps;
  clock.wakes.push_back(wake);
  if (any)
    return WASI_SUCCESS;
  uint64_t time = std::min(until(wake.monotonic, clock.monotonic),
                           until(wake.wall, clock.wall));
  if (clock.sleep)
    time = clock.sleep(time);
  if (time == ~uint64_t(0))
    return WASI_EIO; // the test would hang
  clock.pass(time);
  if (clock.asleep)
    clock.asleep();
  lookAt(wait);
  return WASI_SUCCESS;
}

WasiErrno os_clock_time(uint32_t clock, uint64_t *time) {
  *time = clock == ClockRealtime ? virtualClock->wall : virtualClock->monotonic;
  return WASI_SUCCESS;
}

const OsTimer &os_timer() { return virtualClock->timer; }

void os_spin() {
  ++virtualClock->spins;
  virtualClock->pass(virtualClock->spinTime);
}
