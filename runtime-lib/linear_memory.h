// The linear memories: where they lie, and which addresses guest code may
// reach.

#ifndef WASMC_LINEAR_MEMORY_H
#define WASMC_LINEAR_MEMORY_H

#include "abi/wasmc_abi.h"

// Reserves the memories that wasmc_module asks for and makes their first pages
// usable. Ends the program if that is impossible.
void startLinearMemories();

// Gives them back, those that were started.
void freeLinearMemories();

// Makes the bytes from memory->bytes up to `bytes` usable; false when out of
// memory.
bool commitLinearMemory(WasmcMemory *memory, uint64_t bytes);

// The memory of which guest code can compute `address` although it is outside
// of it: base + index + offset, no lower than the memory's end. Or null.
const WasmcMemory *memoryBelow(uint64_t address);

#endif
