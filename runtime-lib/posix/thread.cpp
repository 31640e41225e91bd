// Threads straight from the kernel. One mapping holds everything a thread has:
//   OsThread, its handler stack | guard | stack
// and outlives it, since the kernel reports its end there.

#include "os.h"
#include "runtime.h"
#include "stack.h"
#include "syscall.h"
#include <linux/futex.h>
#include <linux/sched.h>

struct OsThread {
  HandlerStack handlerStack;
  GuestStack stack;
  void (*entry)(void *);
  void *argument;
  uint32_t id; // the kernel sets it to 0 at the thread's end, and wakes
};

// Starts a thread that calls run(argument) and exits: the kernel's clone with
// the stack pointer `top`. The thread's number, or a negated errno.
extern "C" int64_t wasmc_clone(uint64_t flags, void *top, uint32_t *id,
                               void (*run)(void *), void *argument);

namespace {

// Whole pages.
constexpr uint64_t ownSize = (sizeof(OsThread) + 4095) / 4096 * 4096;

uint64_t mappingSize() { return ownSize + stackGuardSize + guestStackSize(); }

void runThread(void *argument) {
  auto *thread = static_cast<OsThread *>(argument);
  if (!useHandlerStack(thread->handlerStack))
    fatal("cannot install the fault handler");
  thread->entry(thread->argument);
}

} // namespace

uint64_t os_thread_id() { return sys(__NR_gettid); }

OsThread *os_start_thread(void (*entry)(void *), void *argument) {
  auto *mapping = static_cast<uint8_t *>(os_reserve(0, mappingSize()));
  if (!mapping)
    return nullptr;
  auto *thread = reinterpret_cast<OsThread *>(mapping);
  uint8_t *low = mapping + ownSize + stackGuardSize;
  int64_t id = -1;
  if (os_commit(mapping, ownSize) && os_commit(low, guestStackSize())) {
    uint8_t *top = low + guestStackSize();
    thread->stack = {sysArg(low) - stackGuardSize, sysArg(low), sysArg(top)};
    thread->handlerStack.guest = &thread->stack;
    thread->entry = entry;
    thread->argument = argument;
    constexpr uint64_t flags = CLONE_VM | CLONE_FS | CLONE_FILES |
                               CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM |
                               CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID;
    id = wasmc_clone(flags, top, &thread->id, runThread, thread);
  }
  if (id > 0)
    return thread;
  os_free(mapping, mappingSize());
  return nullptr;
}

void os_join_thread(OsThread *thread) {
  while (uint32_t id = __atomic_load_n(&thread->id, __ATOMIC_ACQUIRE))
    sys(__NR_futex, sysArg(&thread->id), FUTEX_WAIT, id, 0);
  os_free(thread, mappingSize());
}

// Each signal handler has a stack of its own, and the guard stays where it is.
void os_restore_stack_guard() {}
