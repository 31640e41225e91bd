// What the kernel hands a new process on its first stack.

#ifndef WASMC_POSIX_PROCESS_H
#define WASMC_POSIX_PROCESS_H

#include <stdint.h>

// Remembers argc, argv, envp and the auxiliary vector. `stack` is the stack
// pointer at the process's entry.
void initProcess(const uint64_t *stack);

// The same piece by piece, for a process that a C library started: the
// environment, and an entry of the auxiliary vector.
void setEnvironment(const char *const *variables);
void setProcessValue(uint64_t type, uint64_t value);

// The image that the kernel maps (vdso.h); 0: none.
uint64_t vdsoImage();

#endif
