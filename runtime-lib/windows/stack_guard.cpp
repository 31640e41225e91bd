// Room on the stack for what handles its overflow.

#include "frame.h"
#include "os.h"
#include <windows.h>

namespace {

// What the fault handler may use after a stack overflow.
constexpr ULONG handlerStack = 64 << 10;

} // namespace

void keepStackForHandler() {
  ULONG size = handlerStack;
  SetThreadStackGuarantee(&size);
  // Wine commits the whole stack and leaves its guard page at the far end,
  // whatever the guarantee: move it up. On Windows that page is not committed
  // yet, so this fails, and the guarantee is kept by the system.
  os_restore_stack_guard();
}

// The system leaves the pages that an overflow has reached without guard. What
// is left of the stack is committed by then, on Windows too.
void os_restore_stack_guard() {
  ULONG_PTR low, high;
  DWORD before;
  GetCurrentThreadStackLimits(&low, &high);
  VirtualProtect(reinterpret_cast<void *>(low + handlerStack), 1,
                 PAGE_READWRITE | PAGE_GUARD, &before);
}
