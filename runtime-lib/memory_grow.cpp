// memory.grow: more pages become usable behind the same base.

#include "abi/wasmc_abi.h"
#include "linear_memory.h"

extern "C" int64_t wasmc_memory_grow(WasmcMemory *memory, uint64_t delta) {
  uint64_t old = memory->pages;
  if (delta > memory->maxPages - old)
    return -1;
  uint64_t bytes = (old + delta) * memory->pageBytes;
  if (!commitLinearMemory(memory, bytes))
    return -1;
  memory->bytes = bytes;
  memory->pages = old + delta;
  return old;
}
