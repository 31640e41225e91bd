// Mutual exclusion of threads. Not for fault handlers.

#ifndef WASMC_LOCK_H
#define WASMC_LOCK_H

#include "os.h"

// Zero-initialised: free. Threads that wait are asleep.
class Lock {
public:
  void lock() {
    uint32_t found = Free;
    if (!__atomic_compare_exchange_n(&state, &found, Held, false,
                                     __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
      lockSlowly();
  }
  void unlock() {
    if (__atomic_exchange_n(&state, Free, __ATOMIC_RELEASE) == Contended)
      os_wake(&state);
  }

private:
  enum : uint32_t { Free, Held, Contended };

  void lockSlowly();

  uint32_t state = Free;
};

// Holds a lock for a scope.
class Locked {
public:
  explicit Locked(Lock &lock) : lock(lock) { lock.lock(); }
  ~Locked() { lock.unlock(); }
  Locked(const Locked &) = delete;

private:
  Lock &lock;
};

#endif
