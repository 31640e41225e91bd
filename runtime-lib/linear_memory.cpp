// Reserves linear memory 0 once and for all: generated code adds a 32-bit
// index and a 32-bit offset to the base without a check, and whatever is not
// memory faults.

#include "linear_memory.h"
#include "abi/wasmc_abi.h"
#include "os.h"
#include "runtime.h"

WasmcMemory wasmc_memory;

namespace {

constexpr uint64_t noMemory = ~0ull;
// The farthest byte: index 2^32-1, offset 2^32-1, the last byte of a vector.
constexpr uint64_t reachableBytes = (1ull << 33) + 16;
constexpr uint64_t reservedBytes = (1ull << 33) + WASMC_PAGE_SIZE;
// No correct code goes below the base; a guard there is defence in depth.
constexpr uint64_t largeGuard = 1ull << 31;
constexpr uint64_t smallGuard = WASMC_PAGE_SIZE;
// The lowest addresses cannot be mapped (vm.mmap_min_addr).
constexpr uint64_t lowestAddress = 1 << 20;

// The base of a reservation with `guard` bytes below it, or null.
uint8_t *reserve(uint64_t base, uint64_t guard) {
  void *start = os_reserve(base ? base - guard : 0, guard + reservedBytes);
  return start ? static_cast<uint8_t *>(start) + guard : nullptr;
}

uint64_t guardFor(uint64_t base) {
  bool fits = base == 0 || base >= lowestAddress + largeGuard;
  return fits ? largeGuard : base > lowestAddress ? base - lowestAddress : 0;
}

} // namespace

void startLinearMemory() {
  if (wasmc_module.memoryMinPages == noMemory)
    return;
  uint64_t base = wasmc_module.memoryBase;
  uint8_t *memory = reserve(base, guardFor(base));
  if (!memory)
    memory = reserve(base, smallGuard);
  uint64_t pages = wasmc_module.memoryMinPages;
  uint64_t bytes = pages * WASMC_PAGE_SIZE;
  if (!memory || (bytes && !os_commit(memory, bytes)))
    fatal("cannot reserve 8 GiB of address space for linear memory");
  wasmc_memory = {memory, bytes, pages, wasmc_module.memoryMaxPages};
}

bool isBeyondLinearMemory(uint64_t address) {
  // Unsigned: addresses below the base wrap to large numbers.
  uint64_t offset = address - reinterpret_cast<uint64_t>(wasmc_memory.base);
  return wasmc_memory.base && offset >= wasmc_memory.bytes &&
         offset < reachableBytes;
}
