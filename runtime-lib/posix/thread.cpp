// Threads by clone. A thread's memory goes when it ends.

#include "os.h"
#include "syscall.h"
#include "thread_area.h"
#include <linux/sched.h>

extern "C" int64_t wasmc_clone(uint64_t flags, void *stack, uint64_t pointer);
extern "C" [[noreturn]] void wasmc_leave_thread(void *memory, uint64_t size);

namespace {

struct Start {
  ThreadArea area;
  void (*run)(void *);
  void *argument;
};

// What wasmc_clone() takes from the new stack.
struct FirstCall {
  void (*function)(Start *);
  Start *start;
};

void runThread(Start *start) {
  ThreadArea area = start->area;
  enterThreadArea(area);
  start->run(start->argument);
  wasmc_leave_thread(area.memory, area.size);
}

} // namespace

uint64_t os_thread_id() { return sys(__NR_gettid); }

bool os_start_thread(void (*run)(void *), void *argument, uint64_t stackSize) {
  ThreadArea area;
  if (!createThreadArea(stackSize, &area))
    return false;
  // The thread is done with both before it could need their place.
  auto *start = reinterpret_cast<Start *>(area.stack.low);
  *start = {area, run, argument};
  auto *first = reinterpret_cast<FirstCall *>(area.stack.high) - 1;
  *first = {runThread, start};
  constexpr uint64_t flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND |
                             CLONE_THREAD | CLONE_SYSVSEM | CLONE_SETTLS;
  if (wasmc_clone(flags, first, area.pointer) > 0)
    return true;
  os_free(area.memory, area.size);
  return false;
}
