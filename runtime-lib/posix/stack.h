// The stack guest code runs on.

#ifndef WASMC_POSIX_STACK_H
#define WASMC_POSIX_STACK_H

#include <stdint.h>

// [guard, low) faults, [low, high) is the stack.
struct GuestStack {
  uint64_t guard, low, high;
};
// Of the thread that asks.
extern constinit thread_local GuestStack guestStack;

#endif
