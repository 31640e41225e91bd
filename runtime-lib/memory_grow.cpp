// memory.grow: more pages become usable behind the same base.

#include "abi/wasmc_abi.h"
#include "os.h"

extern "C" int32_t wasmc_memory_grow(uint32_t delta) {
  WasmcMemory &memory = wasmc_memory;
  uint64_t old = memory.pages;
  uint64_t pages = old + delta;
  if (pages > memory.maxPages)
    return -1;
  uint64_t bytes = pages * WASMC_PAGE_SIZE;
  if (delta && !os_commit(memory.base + memory.bytes, bytes - memory.bytes))
    return -1;
  memory.bytes = bytes;
  memory.pages = pages;
  return old;
}
