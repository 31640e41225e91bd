// Memory 0: where it lies, and which addresses guest code may reach.

#ifndef WASMC_LINEAR_MEMORY_H
#define WASMC_LINEAR_MEMORY_H

#include <stdint.h>

// Reserves memory 0 as wasmc_module asks for it and makes its first pages
// usable. Ends the program if that is impossible.
void startLinearMemory();

// Whether guest code can compute `address` although it is outside the memory:
// base + a 32-bit index + a 32-bit offset, and no lower than the memory's end.
bool isBeyondLinearMemory(uint64_t address);

#endif
