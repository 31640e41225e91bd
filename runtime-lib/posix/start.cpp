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

constexpr uint64_t pageSize = 4096;
// Large enough that no frame of runtime code can step over it (generated code
// probes its large frames).
constexpr uint64_t guardSize = 1 << 20;

void *allocateStack() {
  uint64_t size = (wasmc_module.stackSize + pageSize - 1) & -pageSize;
  auto *guard = static_cast<uint8_t *>(os_reserve(0, guardSize + size));
  if (!guard || !os_commit(guard + guardSize, size))
    fatal("cannot allocate the stack");
  guestStack.guard = sysArg(guard);
  guestStack.low = guestStack.guard + guardSize;
  guestStack.high = guestStack.low + size;
  return guard + guardSize + size;
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
