// Raw Linux system calls: the runtime has no libc. A result in [-4095, -1] is
// a negated errno.

#ifndef WASMC_POSIX_SYSCALL_H
#define WASMC_POSIX_SYSCALL_H

#include <asm/unistd_64.h>
#include <stdint.h>

inline int64_t sys(int64_t number, uint64_t a = 0, uint64_t b = 0,
                   uint64_t c = 0, uint64_t d = 0, uint64_t e = 0,
                   uint64_t f = 0) {
  register uint64_t r10 asm("r10") = d;
  register uint64_t r8 asm("r8") = e;
  register uint64_t r9 asm("r9") = f;
  int64_t result;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  return result;
}

// For pointer arguments.
template <class T> inline uint64_t sysArg(T *pointer) {
  return reinterpret_cast<uint64_t>(pointer);
}

#endif
