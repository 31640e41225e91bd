// The stacks that guest code runs on and, after a fault, the fault handler.

#ifndef WASMC_POSIX_STACK_H
#define WASMC_POSIX_STACK_H

#include "abi/wasmc_abi.h"
#include <stdint.h>

// [guard, low) faults, [low, high) is the stack.
struct GuestStack {
  uint64_t guard, low, high;
};
extern GuestStack guestStack; // the main thread's

// A signal frame with AVX-512 and AMX state is 12 KiB; a report needs less than
// the rest.
struct HandlerStack {
  alignas(16) uint8_t room[64 << 10];
  const GuestStack *guest; // of the same thread
};
// The signals of the calling thread are handled there from now on. False if
// that is impossible.
bool useHandlerStack(HandlerStack &stack);

// Inaccessible bytes below a stack: so many that no frame of runtime code can
// step over them (generated code probes its large frames).
inline constexpr uint64_t stackGuardSize = 1 << 20;
// wasmc_module's stack size in whole pages.
inline uint64_t guestStackSize() {
  constexpr uint64_t pageSize = 4096;
  return (wasmc_module.stackSize + pageSize - 1) & -pageSize;
}

#endif
