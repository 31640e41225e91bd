// What a module needs before any of its code runs.

#include "abi/wasmc_abi.h"
#include "cpu_level.h"
#include "linear_memory.h"
#include "runtime.h"
#include "start.h"

namespace {

void checkModule() {
  if (wasmc_module.abiVersion != WASMC_ABI_VERSION)
    fatal("the runtime library is of another version than the compiler");
  static const char *const messages[] = {
      "this program needs an x86-64-v2 processor",
      "this program needs an x86-64-v3 processor",
      "this program needs an x86-64-v4 processor",
  };
  uint32_t needed = wasmc_module.cpuLevel;
  if (needed >= 2 && needed <= 4 && needed > cpuLevel())
    fatal(messages[needed - 2]);
}

// The specification's arithmetic: round to nearest even, no flushing of
// subnormal numbers, no exceptions.
void resetFloatEnvironment() {
#ifdef __x86_64__
  uint32_t mxcsr = 0x1f80;
  asm volatile("fninit\n\tldmxcsr %0" : : "m"(mxcsr));
#endif
}

} // namespace

void prepareModule() {
  checkModule();
  resetFloatEnvironment();
  startLinearMemories();
}
