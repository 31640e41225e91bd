// What the kernel hands a new process on its first stack.

#ifndef WASMC_POSIX_PROCESS_H
#define WASMC_POSIX_PROCESS_H

#include <stdint.h>

// Remembers argc, argv, envp and the auxiliary vector. `stack` is the stack
// pointer at the process's entry.
void initProcess(const uint64_t *stack);

#endif
