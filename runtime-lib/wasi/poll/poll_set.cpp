// The loop of poll_oneoff: plan a sleep, sleep, look at the clocks and the
// descriptors, until one is ready. Whatever woke it, only the clock that the
// guest reads decides that a time has come.

#include "poll_set.h"
#include "environment_switch.h"

PollThread &pollThread() {
  static constinit thread_local PollThread state = {};
  return state;
}

void releasePolling() { os_end_polling(&pollThread().os); }

bool pollSpins(PollThread &thread) {
  if (!thread.spinWish) {
    char wish = environmentSwitch("WASMC_POLL_SPIN");
    bool spins = wish == '1' || (wish != '0' && os_timer().endsBySpinning);
    thread.spinWish = spins ? '1' : '0';
  }
  return thread.spinWish == '1';
}

PollSet::PollSet(void *memory, uint32_t count, uint64_t start)
    : waits(static_cast<PollWait *>(memory)),
      items(reinterpret_cast<OsPoll *>(waits + count)),
      scratch(reinterpret_cast<uint64_t *>(items + count)),
      slots(reinterpret_cast<uint32_t *>(scratch + 2 * (uint64_t(count) + 1))),
      slotMask(uint32_t(slotsFor(count) - 1)), start(start) {
  __builtin_memset(slots, 0, slotsFor(count) * sizeof(uint32_t));
}

WasiErrno PollSet::add(const WasiSubscription &from) {
  PollWait &wait = waits[count];
  if (WasiErrno error = planSubscription(from, start, &wait))
    return error;
  usesWall |= wait.wallClock;
  ++count;
  return WASI_SUCCESS;
}

void PollSet::ask(PollWait *wait, OsHandle handle, uint8_t type,
                  bool nonblock) {
  constexpr uint64_t spread = 0x9e3779b97f4a7c15;
  uint32_t slot = uint32_t(uint64_t(handle) * spread >> 32) & slotMask;
  while (slots[slot] && items[slots[slot] - 1].handle != handle)
    slot = (slot + 1) & slotMask;
  if (!slots[slot]) {
    slots[slot] = itemCount + 1;
    items[itemCount] = {};
    items[itemCount].handle = handle;
    items[itemCount].type = type;
    items[itemCount].nonblock = nonblock;
    ++itemCount;
  }
  wait->item = slots[slot] - 1;
  OsPoll &item = items[wait->item];
  (wait->type == EventFdRead ? item.wantsRead : item.wantsWrite) = true;
}

PollTime PollSet::readTime() const {
  PollTime now = {0, 0};
  os_clock_time(ClockMonotonic, &now.monotonic);
  if (usesWall)
    os_clock_time(ClockRealtime, &now.wall);
  return now;
}

// Sleeps until `wake` at most and marks the waits whose items are ready.
WasiErrno PollSet::waitForItems(PollThread &thread, const OsWake &wake,
                                bool *any) {
  OsPollWait request = {&thread.os, items, itemCount, scratch};
  if (WasiErrno error = os_poll_wait(request, wake))
    return error;
  for (uint32_t i = 0; itemCount && i != count; ++i) {
    PollWait &wait = waits[i];
    if (wait.item == pollNoItem)
      continue;
    const OsPoll &item = items[wait.item];
    bool reads = wait.type == EventFdRead;
    wait.ready = reads ? item.canRead : item.canWrite;
    wait.hangup = reads ? item.readHangup : item.writeHangup;
    wait.bytes = reads ? item.bytes : 1;
    wait.error = item.error;
    *any |= wait.ready;
  }
  return WASI_SUCCESS;
}

WasiErrno PollSet::wait(PollThread &thread) {
  constexpr OsWake onlyLook = {0, 0};
  PollTime now = {start, 0};
  if (usesWall)
    now = readTime();
  bool looked = itemCount == 0, any = false;
  uint64_t lead = 0;
  while (!markDueClocks(waits, count, now)) {
    if (!lead && pollSpins(thread)) {
      thread.tail.begin(os_timer().quantum);
      lead = thread.tail.lead;
    }
    OsWake wake = nextWake(waits, count, now, os_timer(), lead);
    bool sleeps = wake.monotonic > now.monotonic && wake.wall > now.wall;
    if (sleeps || !looked) {
      looked = true;
      if (WasiErrno error =
              waitForItems(thread, sleeps ? wake : onlyLook, &any))
        return error;
    } else {
      os_spin();
    }
    now = readTime();
    if (any) {
      markDueClocks(waits, count, now);
      return WASI_SUCCESS;
    }
    if (sleeps && lead && now.monotonic >= wake.monotonic)
      thread.tail.learn(now.monotonic - wake.monotonic);
  }
  return itemCount ? waitForItems(thread, onlyLook, &any) : WASI_SUCCESS;
}
