// memory.grow: more pages become usable behind the same base.

#include "abi/runtime_functions.h"
#include "abi/wasmc_abi.h"
#include "linear_memory.h"

extern "C" uint64_t wasmc_memory_grow(void *address, uint64_t delta) {
  auto *memory = static_cast<WasmcMemory *>(address);
  constexpr uint64_t failed = -1;
  uint64_t old = memory->pages;
  if (delta > memory->maxPages - old)
    return failed;
  uint64_t bytes = (old + delta) * memory->pageBytes;
  if (!commitLinearMemory(memory, bytes))
    return failed;
  // Other threads look at the size of a shared memory at any time.
  __atomic_store_n(&memory->bytes, bytes, __ATOMIC_RELEASE);
  __atomic_store_n(&memory->pages, old + delta, __ATOMIC_SEQ_CST);
  return old;
}
