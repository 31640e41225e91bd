// Reserves each linear memory once and for all; it never moves. In an unchecked
// memory, generated code adds a 32-bit index and a 32-bit offset to the base
// without a comparison, and whatever is not memory faults.

#include "linear_memory.h"
#include "instance.h"
#include "os.h"
#include "runtime.h"

WasmcMemory wasmc_memory;
WasmcMemory *wasmc_caller_memory = &wasmc_memory;
WasmcInstance *(*findInstance)();

WasmcMemory &callerMemory() {
  const WasmcInstance *instance = runningInstance();
  return instance ? *instance->callerMemory : *wasmc_caller_memory;
}

namespace {

WasmcMemory *memoryOf(const WasmcMemoryType &type) {
  WasmcInstance *instance = runningInstance();
  if (!instance)
    return type.memory;
  return reinterpret_cast<WasmcMemory *>(
      reinterpret_cast<uint8_t *>(instance) +
      reinterpret_cast<uint64_t>(type.memory));
}

// The farthest byte: index 2^32-1, offset 2^32-1, the last byte of a vector.
constexpr uint64_t unchecked32Bytes = (1ull << 33) + 16;
// Defence in depth: generated code goes only reachableBelow below the base.
constexpr uint64_t largeGuard = 1ull << 31;
constexpr uint64_t smallGuard = WASMC_PAGE_SIZE;
// Code that steps an address down may reach that far below the base.
constexpr uint64_t reachableBelow = WASMC_PAGE_SIZE;
// Behind that much of a memory it asks for large pages: the more a program
// uses, the more it costs to find out where each page is. A small program must
// not use more than it needs.
constexpr uint64_t smallPages = 8 << 20;
// The lowest addresses cannot be mapped (vm.mmap_min_addr).
constexpr uint64_t lowestAddress = 1 << 20;

uint64_t roundUp(uint64_t bytes) {
  return (bytes + WASMC_PAGE_SIZE - 1) / WASMC_PAGE_SIZE * WASMC_PAGE_SIZE;
}

// The base of a reservation with `guard` bytes below it, or null.
uint8_t *reserve(uint64_t base, uint64_t guard, uint64_t bytes) {
  void *start = os_reserve(base ? base - guard : 0, guard + bytes);
  return start ? static_cast<uint8_t *>(start) + guard : nullptr;
}

uint64_t guardFor(uint64_t base) {
  bool fits = base == 0 || base >= lowestAddress + largeGuard;
  return fits ? largeGuard : base > lowestAddress ? base - lowestAddress : 0;
}

void start(const WasmcMemoryType &type) {
  uint64_t reachable =
      type.isChecked ? type.maxPages * type.pageBytes : unchecked32Bytes;
  uint64_t bytes = roundUp(reachable) + WASMC_PAGE_SIZE;
  uint64_t guard = guardFor(type.base);
  uint8_t *base = reserve(type.base, guard, bytes);
  if (!base)
    base = reserve(type.base, guard = smallGuard, bytes);
  if (!base)
    fatal(type.isChecked
              ? "cannot reserve address space for linear memory"
              : "cannot reserve 8 GiB of address space for linear memory");
  WasmcMemory *memory = memoryOf(type);
  *memory = {base,
             0,
             0,
             type.maxPages,
             type.pageBytes,
             reachable,
             base - guard,
             guard + bytes};
  if (reachable > smallPages)
    os_prefer_large_pages(base + smallPages, reachable - smallPages);
  uint64_t initial = type.minPages * type.pageBytes;
  if (!commitLinearMemory(memory, initial))
    fatal("not enough memory for the initial linear memory");
  memory->bytes = initial;
  memory->pages = type.minPages;
}

} // namespace

void startLinearMemories() {
  for (uint64_t i = 0; i < wasmc_module.numMemories; ++i)
    start(wasmc_module.memories[i]);
}

void freeLinearMemories() {
  for (uint64_t i = 0; i < wasmc_module.numMemories; ++i) {
    WasmcMemory *memory = memoryOf(wasmc_module.memories[i]);
    if (memory->reservation)
      os_free(memory->reservation, memory->reservedBytes);
    *memory = {};
  }
}

bool commitLinearMemory(WasmcMemory *memory, uint64_t bytes) {
  // Whole pages: a smaller page of the module's may share one.
  uint64_t usable = roundUp(memory->bytes), wanted = roundUp(bytes);
  return wanted == usable || os_commit(memory->base + usable, wanted - usable);
}

const WasmcMemory *memoryBelow(uint64_t address) {
  for (uint64_t i = 0; i < wasmc_module.numMemories; ++i) {
    const WasmcMemory *memory = memoryOf(wasmc_module.memories[i]);
    // Unsigned: addresses below the base wrap to large numbers.
    uint64_t offset = address - reinterpret_cast<uint64_t>(memory->base);
    bool isBeyond = offset >= memory->bytes && offset < memory->reachable;
    bool isBelow = memory->reachable != 0 && -offset <= reachableBelow;
    if (isBeyond || (isBelow && offset != 0))
      return memory;
  }
  return nullptr;
}
