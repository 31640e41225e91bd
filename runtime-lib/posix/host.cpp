// A library among the signal handlers of a process that is not its own. What
// they do is as in trap_handler.cpp, but only to faults of guarded calls.

#include "exceptions.h"
#include "fault_frame.h"
#include "linear_memory.h"
#include "lock.h"
#include "process.h"
#include "runtime.h"
#include "stack.h"
#include "syscall.h"
#include "trap.h"
#include "unwind.h"
#include <linux/auxvec.h>
#include <linux/signal.h>

// The C library's, if the process has one.
extern "C" {
[[gnu::weak, gnu::visibility("default")]] extern const char *const *environ;
[[gnu::weak, gnu::visibility("default")]] unsigned long
getauxval(unsigned long type);
[[gnu::weak, gnu::visibility("default")]] int
__cxa_thread_atexit_impl(void (*function)(void *), void *argument,
                         void *object);
}

// Only a module with exceptions has it.
[[gnu::weak]] void releaseExceptions();

// signal_return.S
extern "C" [[gnu::visibility("hidden")]] void wasmc_signal_return();

namespace {

constexpr int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
constexpr unsigned signalCount = sizeof signals / sizeof *signals;
struct sigaction previous[signalCount];
Lock handlers;  // guards what follows
uint64_t users; // instances
bool isInstalled;

// A signal frame with AVX-512 and AMX state is 12 KiB.
constexpr uint64_t handlerStackSize = 64 << 10;
thread_local bool isPrepared;

// Every frame touches its pages in order, so a fault this near the stack
// pointer is one of the stack's.
constexpr uint64_t nearStack = 64 << 10;

int64_t setAction(int signal, const struct sigaction *wanted,
                  struct sigaction *old) {
  return sys(__NR_rt_sigaction, signal, sysArg(wanted), sysArg(old),
             sizeof wanted->sa_mask);
}

OsFaultKind kindOf(int signal, uint64_t address, const OsFrame &frame) {
  if (signal == SIGILL)
    return OsFaultKind::IllegalInstruction;
  if (signal != SIGSEGV)
    return OsFaultKind::Other;
  bool isStack =
      address - (frame.sp - nearStack) < 2 * nearStack && !memoryBelow(address);
  return isStack ? OsFaultKind::StackOverflow : OsFaultKind::MemoryAccess;
}

// To whom the signal would have gone.
void passOn(int signal, siginfo_t *info, void *context) {
  const struct sigaction *next = previous;
  for (unsigned i = 0; i != signalCount; ++i)
    if (signals[i] == signal)
      next = &previous[i];
  bool wasSent = info->si_code <= 0;
  if (next->sa_handler == SIG_IGN && wasSent)
    return;
  if (next->sa_handler == SIG_IGN || next->sa_handler == SIG_DFL) {
    // A fault happens again at once; what was sent is sent again.
    struct sigaction standard = {};
    standard.sa_handler = SIG_DFL;
    setAction(signal, &standard, nullptr);
    if (wasSent)
      sys(__NR_tgkill, sys(__NR_getpid), sys(__NR_gettid), signal);
    return;
  }
  sigset_t mask = next->sa_mask;
  if (!(next->sa_flags & SA_NODEFER))
    mask |= 1ul << (signal - 1);
  sys(__NR_rt_sigprocmask, SIG_BLOCK, sysArg(&mask), 0, sizeof mask);
  reinterpret_cast<void (*)(int, siginfo_t *, void *)>(
      reinterpret_cast<void *>(next->sa_handler))(signal, info, context);
}

void handleSignal(int signal, siginfo_t *info, void *context) {
  RecoveryPoint *point = findRecoveryPoint ? findRecoveryPoint() : nullptr;
  if (point && !point->isInHost && info->si_code > 0) {
    uint64_t address = sysArg(info->si_addr);
    auto *user = static_cast<const ucontext *>(context);
    OsFrame frame = frameOf(user->uc_mcontext);
    OsFault fault = {kindOf(signal, address, frame), address, frame};
    if (uint32_t trap = trapOfFault(fault))
      point->resume(point->sp, trap);
  }
  passOn(signal, info, context);
}

__sighandler_t ownHandler() {
  return reinterpret_cast<__sighandler_t>(
      reinterpret_cast<void *>(handleSignal));
}

bool installHandlers() {
  int64_t failed = 0;
  struct sigaction action = {};
  action.sa_handler = ownHandler();
  // SA_NODEFER: a handler that is left by a jump blocks nothing.
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER | SA_RESTORER;
  action.sa_restorer = wasmc_signal_return;
  for (unsigned i = 0; i != signalCount; ++i)
    failed |= setAction(signals[i], &action, &previous[i]);
  isInstalled = !failed;
  return isInstalled;
}

// At the end of a thread. `memory`: of its handlers' stack, if that is ours.
void releaseThread(void *memory) {
  releaseUnwinding();
  if (releaseExceptions)
    releaseExceptions();
  if (!memory)
    return;
  stack_t none = {nullptr, SS_DISABLE, 0};
  sys(__NR_sigaltstack, sysArg(&none), 0);
  os_free(memory, handlerStackSize);
}

// A stack for its handlers, unless it has one already. Null then.
void *giveHandlerStack() {
  stack_t stack = {};
  sys(__NR_sigaltstack, 0, sysArg(&stack));
  if (!(stack.ss_flags & SS_DISABLE))
    return nullptr;
  void *memory = os_allocate(handlerStackSize);
  stack = {memory, 0, handlerStackSize};
  if (!memory || sys(__NR_sigaltstack, sysArg(&stack), 0))
    fatal("cannot set the stack of the fault handler");
  return memory;
}

void prepareThread() {
  void *memory = giveHandlerStack();
  if (__cxa_thread_atexit_impl)
    __cxa_thread_atexit_impl(releaseThread, memory, previous);
}

} // namespace

static bool enter() {
  static const char *const none[] = {nullptr};
  Locked locked(handlers);
  setEnvironment(&environ && environ ? environ : none);
  if (getauxval) {
    setProcessValue(AT_SECURE, getauxval(AT_SECURE));
    setProcessValue(AT_SYSINFO_EHDR, getauxval(AT_SYSINFO_EHDR));
  }
  ++users;
  return isInstalled || installHandlers();
}

void os_enter_host() {
  // A failure leaves by a jump, which must not hold the lock.
  if (!enter())
    fatal("cannot install the fault handler");
}

void os_leave_host() {
  Locked locked(handlers);
  if (--users)
    return;
  for (int signal : signals) {
    struct sigaction current;
    setAction(signal, nullptr, &current);
    // One that was installed since then knows this one, which so stays, and
    // passes everything on.
    if (current.sa_handler != ownHandler())
      return;
  }
  for (unsigned i = 0; i != signalCount; ++i)
    setAction(signals[i], &previous[i], nullptr);
  isInstalled = false;
}

void os_prepare_host_thread(const void *top) {
  if (!isPrepared)
    prepareThread();
  isPrepared = true;
  bool isOutermost = endOfGuardedFrames() == ~uint64_t(0);
  if (isOutermost)
    guestStack = {0, 1, sysArg(top)};
}
