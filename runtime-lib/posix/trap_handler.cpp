// Signal handlers on their own stack: every hardware fault becomes a
// handleFault() call, which does not return, or goes to a recovery point. The
// handler blocks no signal and its stack is free as soon as it is left, so it
// may be left in any way.

#include "fault_frame.h"
#include "runtime.h"
#include "stack.h"
#include "syscall.h"
#include "trap.h"

namespace {

// The handler never returns, but the kernel insists on a way back.
void restorer() { __builtin_trap(); }

OsFaultKind kindOf(int signal, uint64_t address) {
  if (signal == SIGILL)
    return OsFaultKind::IllegalInstruction;
  if (signal != SIGSEGV)
    return OsFaultKind::Other;
  bool inGuard = address >= guestStack.guard && address < guestStack.low;
  return inGuard ? OsFaultKind::StackOverflow : OsFaultKind::MemoryAccess;
}

void handleSignal(int signal, siginfo_t *info, void *context) {
  uint64_t address = sysArg(info->si_addr);
  auto *user = static_cast<const ucontext *>(context);
  OsFault fault = {kindOf(signal, address), address,
                   frameOf(user->uc_mcontext)};
  uint32_t trap;
  const RecoveryPoint *point = handleFault(fault, &trap);
  point->resume(point->sp, trap);
}

} // namespace

void os_install_trap_handler() {
  int64_t failed = 0;
  struct sigaction action = {};
  action.sa_handler =
      reinterpret_cast<__sighandler_t>(reinterpret_cast<void *>(handleSignal));
  // SA_NODEFER: a fault in the handler is reported too, not fatal in silence.
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER | SA_RESTORER;
  action.sa_restorer = restorer;
  constexpr int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
  for (int signal : signals)
    failed |= sys(__NR_rt_sigaction, signal, sysArg(&action), 0,
                  sizeof action.sa_mask);
  if (failed)
    fatal("cannot install the fault handler");
}
