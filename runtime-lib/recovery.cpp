// Which recovery point a trap goes to. Without any guarded call in a program,
// nothing of this is linked into it: trap.cpp knows only a pointer.

#include "recovery.h"
#include "os.h"
#include "runtime.h"
#include "trap.h"

namespace {

// Threads that are inside a guarded call. There is no thread-local storage: a
// thread finds its entry by its number.
constexpr unsigned mostThreads = 256;
struct Thread {
  uint64_t id; // 0: the entry is free
  RecoveryPoint *innermost;
};
Thread threads[mostThreads];

Thread *findThread() {
  uint64_t id = os_thread_id();
  for (Thread &thread : threads)
    if (__atomic_load_n(&thread.id, __ATOMIC_RELAXED) == id)
      return &thread;
  return nullptr;
}

Thread *findOrAddThread() {
  if (Thread *known = findThread())
    return known;
  for (Thread &thread : threads) {
    uint64_t free = 0;
    if (__atomic_compare_exchange_n(&thread.id, &free, os_thread_id(), false,
                                    __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
      return &thread;
  }
  fatal("too many threads call guest code");
}

RecoveryPoint *innermostPoint() {
  Thread *thread = findThread();
  return thread ? thread->innermost : nullptr;
}

} // namespace

uint32_t wasmc_guarded_call(void (*function)(void *), void *argument) {
  findRecoveryPoint = innermostPoint;
  Thread *thread = findOrAddThread();
  RecoveryPoint point = {thread->innermost, 0, os_resume};
  thread->innermost = &point;
  uint32_t trap = os_call_resumable(&point.sp, function, argument);
  if (trap == TrapCallStackExhausted)
    os_restore_stack_guard();
  thread->innermost = point.outer;
  if (!point.outer)
    __atomic_store_n(&thread->id, 0, __ATOMIC_RELEASE);
  return trap;
}
