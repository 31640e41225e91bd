// Sleeping on a word of memory: futexes of this process.

#include "io.h"
#include <linux/futex.h>

void os_wait(const uint32_t *word, uint32_t value, uint64_t deadline) {
  // This form takes a point of the monotonic clock.
  KernelTime until = {int64_t(deadline / 1000000000),
                      int64_t(deadline % 1000000000)};
  sys(__NR_futex, sysArg(word), FUTEX_WAIT_BITSET_PRIVATE, value,
      deadline == ~uint64_t(0) ? 0 : sysArg(&until), 0, FUTEX_BITSET_MATCH_ANY);
}

void os_wake(const uint32_t *word) {
  sys(__NR_futex, sysArg(word), FUTEX_WAKE_PRIVATE, 1);
}
