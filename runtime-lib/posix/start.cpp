// The entry of a static position-independent executable without a loader: it
// relocates itself, then prepares the process and runs the program on a stack
// of the size the program was built for.

#include "start.h"
#include "os.h"
#include "process.h"
#include "relocate.h"
#include "runtime.h"
#include "syscall.h"
#include "thread_area.h"

extern "C" [[noreturn]] void wasmc_run_on_stack(void *top);

namespace {

ThreadArea createMainArea() {
  ThreadArea area;
  if (!createThreadArea(/*extra=*/0, &area))
    fatal("cannot allocate the stack");
  constexpr uint64_t setThreadRegister = 0x1002; // ARCH_SET_FS
  sys(__NR_arch_prctl, setThreadRegister, area.pointer);
  enterThreadArea(area);
  return area;
}

} // namespace

// Called by _start with the stack pointer at entry. Nothing that needs a
// relocation may be touched before relocateSelf returns, and no thread-local
// variable before there is an area for it.
extern "C" [[noreturn]] void wasmc_start_linux(const uint64_t *stack,
                                               const Elf64_Dyn *dynamic) {
  relocateSelf(dynamic);
  initProcess(stack);
  ThreadArea area = createMainArea();
  startRuntime();
  wasmc_run_on_stack(reinterpret_cast<void *>(area.stack.high));
}
