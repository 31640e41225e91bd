// memory.grow of a shared memory: one thread at a time.

#include "abi/runtime_functions.h"
#include "lock.h"

static Lock growing;

extern "C" uint64_t wasmc_shared_memory_grow(void *memory, uint64_t delta) {
  Locked locked(growing);
  return runtime_signature::wasmc_memory_grow(memory, delta);
}
