// The stack of a thread that runs guest code.

#ifndef WASMC_WINDOWS_STACK_H
#define WASMC_WINDOWS_STACK_H

// Keeps a part of the calling thread's stack for the fault handler, which runs
// on it after an overflow, too.
void keepStackForHandler();

#endif
