/* What uses-host.wat imports. A program of wasmc's has no C library. */
#include "uses_host.h"

#ifdef _WIN32
__declspec(dllimport) void *GetStdHandle(unsigned which);
__declspec(dllimport) int WriteFile(void *, const void *, unsigned, unsigned *,
                                    void *);
static void write_bytes(const void *bytes, unsigned size) {
  unsigned written;
  WriteFile(GetStdHandle(-11), bytes, size, &written, 0);
}
#else
static void write_bytes(const void *bytes, unsigned long size) {
  long result = 1;
  __asm__ volatile("syscall"
                   : "+a"(result)
                   : "D"(1l), "S"(bytes), "d"(size)
                   : "rcx", "r11", "memory");
}
#endif

void host_log(wasmc_instance *instance, int32_t text, int32_t size) {
  uint64_t end = (uint64_t)(uint32_t)text + (uint32_t)size;
  if (end <= instance->memory->size)
    write_bytes(instance->memory->base + (uint32_t)text, size);
}

void host_divide(wasmc_instance *instance, int64_t a, int64_t b,
                 int64_t *quotient, int64_t *rest) {
  (void)instance;
  *quotient = a / b;
  *rest = a % b;
}

double host_mix(wasmc_instance *instance, int32_t a, int64_t b, float c,
                double d, int32_t e, int64_t f) {
  (void)instance;
  return a + b + c + d + e + f;
}
