// Threads straight from the kernel.

#include "os.h"
#include "syscall.h"
#include "thread_area.h"
#include "unwind.h"
#include <linux/futex.h>
#include <linux/sched.h>

struct OsThread {
  ThreadArea area; // the thread lies in there
  void (*entry)(void *);
  void *argument;
  bool isJoined;
  uint32_t id; // the kernel sets it to 0 at the thread's end, and wakes
};

// Starts a thread that calls run(argument) and exits: the kernel's clone with
// the stack pointer `top`. The thread's number, or a negated errno.
extern "C" int64_t wasmc_clone(uint64_t flags, void *top, uint32_t *id,
                               uint64_t threadPointer, void (*run)(void *),
                               void *argument);
extern "C" [[noreturn]] void wasmc_leave_thread(void *memory, uint64_t size);

namespace {

void runThread(void *argument) {
  auto *thread = static_cast<OsThread *>(argument);
  enterThreadArea(thread->area);
  thread->entry(thread->argument);
  releaseUnwinding();
  if (!thread->isJoined)
    wasmc_leave_thread(thread->area.memory, thread->area.size);
}

} // namespace

uint64_t os_thread_id() { return sys(__NR_gettid); }

OsThread *os_start_thread(void (*entry)(void *), void *argument,
                          bool isJoined) {
  ThreadArea area;
  if (!createThreadArea(sizeof(OsThread), &area))
    return nullptr;
  auto *thread = static_cast<OsThread *>(area.extra);
  *thread = {area, entry, argument, isJoined, 0};
  uint64_t flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND |
                   CLONE_THREAD | CLONE_SYSVSEM | CLONE_SETTLS;
  // The memory of a thread that is not joined is gone when it ends.
  if (isJoined)
    flags |= CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID;
  if (wasmc_clone(flags, reinterpret_cast<void *>(area.stack.high), &thread->id,
                  area.pointer, runThread, thread) > 0)
    return thread;
  os_free(area.memory, area.size);
  return nullptr;
}

void os_join_thread(OsThread *thread) {
  while (uint32_t id = __atomic_load_n(&thread->id, __ATOMIC_ACQUIRE))
    sys(__NR_futex, sysArg(&thread->id), FUTEX_WAIT, id, 0);
  ThreadArea area = thread->area;
  os_free(area.memory, area.size);
}

// Each signal handler has a stack of its own, and the guard stays where it is.
void os_restore_stack_guard() {}
