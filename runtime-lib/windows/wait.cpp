// Sleeping on a word of memory. The functions of ntdll are what WaitOnAddress
// and WakeByAddressSingle call; they take the time in units of 100 ns.

#include "nt.h"
#include "os.h"
#include "wasi/wasi_types.h"

void os_wait(const uint32_t *word, uint32_t value, uint64_t deadline) {
  constexpr uint64_t longest = 10000000000; // the system may sleep meanwhile
  LARGE_INTEGER *timeout = nullptr, left;
  if (deadline != ~uint64_t(0)) {
    uint64_t now;
    os_clock_time(ClockMonotonic, &now);
    uint64_t nanoseconds = now < deadline ? deadline - now : 0;
    if (nanoseconds > longest)
      nanoseconds = longest;
    left.QuadPart = -int64_t((nanoseconds + 99) / 100);
    timeout = &left;
  }
  RtlWaitOnAddress(word, &value, sizeof value, timeout);
}

void os_wake(const uint32_t *word) { RtlWakeAddressSingle(word); }
