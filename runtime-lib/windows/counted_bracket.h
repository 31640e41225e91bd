// Something that is on while at least one thread needs it: the system's timer
// resolution, which costs everybody power while it is raised.

#ifndef WASMC_WINDOWS_COUNTED_BRACKET_H
#define WASMC_WINDOWS_COUNTED_BRACKET_H

#include <stdint.h>

class CountedBracket {
public:
  // `turn(true)` is called for the first of those inside, `turn(false)` when
  // the last has left, never twice the same.
  explicit constexpr CountedBracket(void (*turn)(bool on)) : turn(turn) {}

  void enter() {
    lock();
    if (inside++ == 0)
      turn(true);
    unlock();
  }
  void leave() {
    lock();
    if (--inside == 0)
      turn(false);
    unlock();
  }

private:
  void lock() {
    while (__atomic_exchange_n(&locked, true, __ATOMIC_ACQUIRE))
      __builtin_ia32_pause();
  }
  void unlock() { __atomic_store_n(&locked, false, __ATOMIC_RELEASE); }

  void (*turn)(bool on);
  uint32_t inside = 0;
  bool locked = false;
};

#endif
