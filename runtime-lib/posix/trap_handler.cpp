// Signal handlers on their own stack: every hardware fault becomes a
// handleFault() call, which does not return, or goes to a recovery point. The
// handler blocks no signal and its stack is free as soon as it is left, so it
// may be left in any way.

#include "os.h"
#include "relocate.h"
#include "runtime.h"
#include "stack.h"
#include "syscall.h"
#include "trap.h"
#include <asm/sigcontext.h>
#include <asm/siginfo.h>
#include <asm/signal.h>
// Needs the others first.
#include <asm/ucontext.h>

// The end of the program's code; defined by the linker.
extern "C" [[gnu::visibility("hidden")]] const uint8_t etext[];

namespace {

// The handler never returns, but the kernel insists on a way back.
void restorer() { __builtin_trap(); }

OsFrame frameOf(const sigcontext &context) {
  OsFrame frame = {};
  frame.pc = context.rip;
  frame.sp = context.rsp;
  frame.fp = context.rbp;
  frame.rbx = context.rbx;
  frame.r11 = context.r11;
  frame.r12 = context.r12;
  frame.r13 = context.r13;
  frame.r14 = context.r14;
  frame.r15 = context.r15;
  return frame;
}

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

bool os_is_program_text(uint64_t address, uint64_t size) {
  uint64_t start = sysArg(&__ehdr_start), end = sysArg(etext);
  return address >= start && address < end && size <= end - address;
}

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
