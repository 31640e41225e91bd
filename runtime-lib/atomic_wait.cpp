// memory.atomic.wait and notify: queues of sleeping threads, found by address.
// A thread sleeps on a word of its own, so that only a notify of its address
// wakes it, in the order of arrival; what the system calls a wake-up is
// invisible.

#include "abi/runtime_functions.h"
#include "lock.h"
#include "wasi/wasi_types.h"

namespace {

enum Result : uint32_t { Woken = 0, NotEqual = 1, TimedOut = 2 };

struct Waiter {
  const void *address;
  Waiter *next = nullptr;
  uint32_t isWoken = 0;
};

// The threads whose addresses have the same hash, in order of arrival.
struct Queue {
  Lock lock;
  Waiter *first = nullptr;
};
constexpr uint32_t queueCount = 64;
constinit Queue queues[queueCount];

Queue &queueOf(const void *address) {
  uint64_t bits = reinterpret_cast<uint64_t>(address);
  return queues[(bits >> 2 ^ bits >> 8) % queueCount];
}

// The monotonic time `timeout` from now; negative and unreachable ones: never.
uint64_t deadlineAfter(int64_t timeout) {
  constexpr uint64_t never = ~uint64_t(0);
  uint64_t now;
  if (timeout < 0 || os_clock_time(ClockMonotonic, &now) != WASI_SUCCESS)
    return never;
  return uint64_t(timeout) > never - now ? never : now + uint64_t(timeout);
}

void append(Queue &queue, Waiter &waiter) {
  Waiter **link = &queue.first;
  while (*link)
    link = &(*link)->next;
  *link = &waiter;
}

void remove(Queue &queue, Waiter &waiter) {
  Waiter **link = &queue.first;
  while (*link != &waiter)
    link = &(*link)->next;
  *link = waiter.next;
}

bool isWoken(const Waiter &waiter) {
  return __atomic_load_n(&waiter.isWoken, __ATOMIC_ACQUIRE);
}

// Sleeps until woken or the clock reaches `deadline`.
void sleep(const Waiter &waiter, uint64_t deadline) {
  while (!isWoken(waiter)) {
    uint64_t now = 0;
    if (deadline != ~uint64_t(0))
      os_clock_time(ClockMonotonic, &now);
    if (now >= deadline)
      return;
    os_wait(&waiter.isWoken, 0, deadline);
  }
}

template <class T>
uint32_t waitWhile(void *address, T expected, int64_t timeout) {
  uint64_t deadline = deadlineAfter(timeout);
  Queue &queue = queueOf(address);
  Waiter waiter{address};
  {
    // A notify after the value changed finds this thread in the queue, or this
    // thread finds the value changed.
    Locked locked(queue.lock);
    if (__atomic_load_n(static_cast<T *>(address), __ATOMIC_SEQ_CST) !=
        expected)
      return NotEqual;
    append(queue, waiter);
  }
  sleep(waiter, deadline);
  Locked locked(queue.lock);
  if (isWoken(waiter))
    return Woken;
  remove(queue, waiter);
  return TimedOut;
}

} // namespace

extern "C" uint32_t wasmc_atomic_wait32(void *address, uint32_t expected,
                                        uint64_t timeout) {
  return waitWhile(address, expected, int64_t(timeout));
}

extern "C" uint32_t wasmc_atomic_wait64(void *address, uint64_t expected,
                                        uint64_t timeout) {
  return waitWhile(address, expected, int64_t(timeout));
}

extern "C" uint32_t wasmc_atomic_notify(void *address, uint32_t count) {
  Queue &queue = queueOf(address);
  uint32_t woken = 0;
  Locked locked(queue.lock);
  for (Waiter **link = &queue.first; *link && woken != count;) {
    Waiter *waiter = *link;
    if (waiter->address != address) {
      link = &waiter->next;
      continue;
    }
    *link = waiter->next;
    ++woken;
    // Until the lock is free, the waiter exists.
    __atomic_store_n(&waiter->isWoken, 1, __ATOMIC_RELEASE);
    os_wake(&waiter->isWoken);
  }
  return woken;
}
