// Between the system's register file and OsFrame, and about the stack.

#ifndef WASMC_WINDOWS_FRAME_H
#define WASMC_WINDOWS_FRAME_H

#include "os.h"
#include <windows.h>

// The frame that `context` was suspended in; its pc is exact.
OsFrame frameOf(const CONTEXT &context);

// Whether `address` is on this thread's stack, reserved pages included.
bool isOnCurrentStack(uint64_t address);

// Prepares the calling thread for the fault handler, which runs on its stack.
void keepStackForHandler();

#endif
