// The entry of a console program without a C runtime. Guest code runs on the
// main thread's stack, whose size the linker writes into the PE header.

#include "start.h"
#include <windows.h>

namespace {

// What the fault handler may use after a stack overflow.
constexpr ULONG handlerStack = 64 << 10;

void keepStackForHandler() {
  ULONG size = handlerStack;
  SetThreadStackGuarantee(&size);
  // Wine commits the whole stack and leaves its guard page at the far end,
  // whatever the guarantee: move it up. On Windows that page is not committed
  // yet, so this fails, and the guarantee is kept by the system.
  ULONG_PTR low, high;
  DWORD before;
  GetCurrentThreadStackLimits(&low, &high);
  VirtualProtect(reinterpret_cast<void *>(low + handlerStack), 1,
                 PAGE_READWRITE | PAGE_GUARD, &before);
}

} // namespace

// Called by the loader, with the stack pointer misaligned by a return address
// as for any function.
extern "C" [[noreturn]] void wasmc_start() {
  keepStackForHandler();
  startRuntime();
  wasmc_run();
}
