// The entry of a static position-independent executable without a loader: it
// relocates itself, then prepares the process and runs the program on a stack
// of the size the program was built for.

#include "start.h"
#include "abi/wasmc_abi.h"
#include "os.h"
#include "process.h"
#include "relocate.h"
#include "runtime.h"
#include "stack.h"
#include "syscall.h"

GuestStack guestStack;

extern "C" [[noreturn]] void wasmc_run_on_stack(void *top);

namespace {

void *allocateStack() {
  uint64_t size = guestStackSize();
  auto *guard = static_cast<uint8_t *>(os_reserve(0, stackGuardSize + size));
  if (!guard || !os_commit(guard + stackGuardSize, size))
    fatal("cannot allocate the stack");
  guestStack.guard = sysArg(guard);
  guestStack.low = guestStack.guard + stackGuardSize;
  guestStack.high = guestStack.low + size;
  return guard + stackGuardSize + size;
}

} // namespace

// Called by _start with the stack pointer at entry. Nothing that needs a
// relocation may be touched before relocateSelf returns.
extern "C" [[noreturn]] void wasmc_start_linux(const uint64_t *stack,
                                               const Elf64_Dyn *dynamic) {
  relocateSelf(dynamic);
  initProcess(stack);
  startRuntime();
  wasmc_run_on_stack(allocateStack());
}
