// The memory that a thread has for itself.

#ifndef WASMC_POSIX_THREAD_AREA_H
#define WASMC_POSIX_THREAD_AREA_H

#include "stack.h"

// One mapping: inaccessible addresses, the stack above them, a stack for fault
// handlers, the thread-local variables, and at `pointer` the word that the
// thread register leads to, which holds its own address.
struct ThreadArea {
  uint8_t *memory;
  uint64_t size;
  GuestStack stack;
  uint64_t handlerStack; // its first byte
  uint64_t pointer;
};

// False when out of memory. The variables have their initial values.
bool createThreadArea(uint64_t stackSize, ThreadArea *area);

// Makes the area that of the calling thread, whose thread register must lead to
// it already.
void enterThreadArea(const ThreadArea &area);

#endif
