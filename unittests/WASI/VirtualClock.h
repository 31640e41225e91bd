// Time in memory, for the waiting of poll_oneoff: no time passes but what a
// test lets pass, and the timer misbehaves as the test says. A wait that
// nothing would end fails with EIO.

#ifndef WASMC_UNITTESTS_WASI_VIRTUALCLOCK_H
#define WASMC_UNITTESTS_WASI_VIRTUALCLOCK_H

#include "os.h"
#include "wasi/wasi_types.h"
#include <functional>
#include <map>
#include <vector>

struct VirtualDescriptor {
  bool canRead = false, canWrite = false;
  bool hangup = false;
  WasiErrno error = WASI_SUCCESS;
  uint64_t bytes = 1;
};

class VirtualClock {
public:
  VirtualClock();
  ~VirtualClock();

  void pass(uint64_t time) {
    monotonic += time;
    wall += time;
  }

  uint64_t monotonic = 5000000000, wall = 1000000000000000;
  OsTimer timer = {0, ~uint64_t(0), ~uint64_t(0), false};
  std::map<OsHandle, VirtualDescriptor> descriptors;
  // How long the next waits last, in nanoseconds: `asked` is what the wake
  // allows (~0: for ever), and the answer takes its place. Without a function
  // all waits last as asked.
  std::function<uint64_t(uint64_t asked)> sleep;
  // Called while a wait sleeps: a place to step a clock or to write to a pipe.
  std::function<void()> asleep;
  uint64_t spinTime = 50; // that one turn of a loop takes
  WasiErrno failure = WASI_SUCCESS;

  // What was done.
  unsigned sleeps = 0, looks = 0, spins = 0;
  std::vector<OsWake> wakes;        // of the sleeps
  std::vector<uint32_t> itemCounts; // of all waits
};

extern VirtualClock *virtualClock; // the last constructed

#endif
