// Room for the fault handler on the stack that overflowed.

#include "stack.h"
#include <windows.h>

void keepStackForHandler() {
  constexpr ULONG handlerStack = 64 << 10;
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
