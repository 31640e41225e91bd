// Ten thousand polls of all kinds leave no handle, thread or memory behind, and
// a wait costs no time of the processor.
// RUN: %run_runtime %s
// RUN: %run_runtime %s --targets windows --env WASMC_POLL_NTRES=1
// RUN: %run_runtime %s --env WASMC_POLL_SPIN=0

#include "runtime_process.h"

static void pollAll(int times) {
  for (int i = 0; i != times; ++i) {
    clockIn(0);
    EQUAL(poll(), 1);
    clockIn(1);
    EQUAL(poll(), 1);
    clockIn(1000, second); // with that precision it sleeps
    descriptor(EventFdRead, 0);
    EQUAL(poll(), 1);
    WasiSubscription &wall = subscribe(EventClock);
    wall.clock.timeout = now(ClockRealtime) + 1;
    wall.clock.flags = SubclockAbstime;
    EQUAL(poll(), 1);
    for (int k = 0; k != 20; ++k)
      descriptor(EventFdRead, 0);
    clockIn(1000);
    EQUAL(poll(), 1);
  }
}

// One wait of two seconds, for what never comes.
static void waitLong(bool reads) {
  uint64_t before = now(ClockProcessCputime), switches = countSwitches();
  clockIn(2 * second);
  if (reads)
    descriptor(EventFdRead, 0);
  EQUAL(poll(), 1);
  uint64_t used = now(ClockProcessCputime) - before;
  if (used > 150 * millisecond)
    sayNumber("ns of the processor:", used);
  HOLDS(used <= 150 * millisecond);
  switches = countSwitches() - switches;
  if (switches > 5)
    sayNumber("wakes:", switches);
  HOLDS(switches <= 5);
}

void test() {
  pipeAsInput();
  uint64_t first = countHandles();
  pollAll(20);
  pauseFor(200); // a new thread makes its own handles
  uint64_t handles = countHandles(), threads = countThreads();
  uint64_t memory = memoryInUse();
  pollAll(2000);
  EQUAL(countHandles(), handles);
  EQUAL(countThreads(), threads);
  EQUAL(memoryInUse(), memory);
  waitLong(false);
  waitLong(true);
  HOLDS(!isResolutionRaised());
  EQUAL(countHandles(), handles);
  // What standard input needed goes when it is closed: a timer stays.
  EQUAL(wasmc_wasi_fd_close(0), 0);
  EQUAL(countHandles(), first);
  descriptor(EventFdRead, 0);
  EQUAL(poll(), 1);
  EQUAL(event(0).error, WASI_EBADF);
}
