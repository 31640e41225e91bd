// table.grow. Tables start in static storage; the first growth moves the
// elements to memory from the OS, and later ones move them rarely because the
// capacity at least doubles.

#include "abi/runtime_functions.h"
#include "abi/wasmc_abi.h"
#include "os.h"
#include "runtime.h"

extern "C" void wasmc_table_free(void *address) {
  auto *table = static_cast<WasmcTable *>(address);
  if (table->capacity)
    os_free(table->elems, table->capacity * sizeof(void *));
}

namespace {

// Small tables share one page's worth of elements.
constexpr uint64_t smallestCapacity = 512;

// Moves the elements to new storage for at least `needed`.
bool enlarge(WasmcTable &table, uint64_t needed) {
  uint64_t capacity = 2ull * table.size;
  if (capacity < smallestCapacity)
    capacity = smallestCapacity;
  if (capacity < needed)
    capacity = needed;
  if (capacity > table.max)
    capacity = table.max;
  void *storage = os_allocate(capacity * sizeof(void *));
  if (!storage && capacity > needed) {
    capacity = needed;
    storage = os_allocate(capacity * sizeof(void *));
  }
  if (!storage)
    return false;
  memcpy(storage, table.elems, table.size * sizeof(void *));
  wasmc_table_free(&table);
  table.elems = static_cast<void **>(storage);
  table.capacity = capacity;
  return true;
}

} // namespace

extern "C" uint64_t wasmc_table_grow(void *address, void *init,
                                     uint64_t delta) {
  auto *table = static_cast<WasmcTable *>(address);
  constexpr uint64_t failed = -1;
  uint32_t old = table->size;
  if (delta > table->max - old)
    return failed;
  uint64_t size = old + delta;
  // Capacity 0 stands for static storage, which fits `size` exactly.
  uint64_t capacity = table->capacity ? table->capacity : old;
  if (size > capacity && !enlarge(*table, size))
    return failed;
  for (uint64_t i = old; i < size; ++i)
    table->elems[i] = init;
  table->size = size;
  return old;
}
