// The memory that a thread has for itself.

#ifndef WASMC_POSIX_THREAD_AREA_H
#define WASMC_POSIX_THREAD_AREA_H

#include "stack.h"

// One mapping: inaccessible addresses, the stack above them, a stack for fault
// handlers, the thread-local variables, at `pointer` the word that the thread
// register leads to, which holds its own address, and bytes for other uses.
struct ThreadArea {
  uint8_t *memory;
  uint64_t size;
  GuestStack stack;
  uint64_t handlerStack; // its first byte
  uint64_t pointer;
  void *extra;
};

// An area with a stack of the program's size and so many extra bytes. The
// variables have their initial values. False when out of memory.
bool createThreadArea(uint64_t extra, ThreadArea *area);

// Makes the area that of the calling thread, whose thread register must lead to
// it already.
void enterThreadArea(const ThreadArea &area);

#endif
