// What a function does with exceptions: LLVM's language-specific data area, in
// the format of GCC's exception handling tables, on every system. Pure.

#ifndef WASMC_LSDA_H
#define WASMC_LSDA_H

#include <stdint.h>

// The table of one function.
struct LandingTable {
  const uint8_t *begin, *end; // readable bytes around the table
  const uint8_t *table;
  uint64_t functionStart;
};

struct Landing {
  uint64_t pad; // address
  uint64_t selector;
};

// Finds where an exception with that tag lands when the instruction at `pc` (or
// the last byte of it) throws it. False if the function does not catch it.
bool findLanding(const LandingTable &function, uint64_t pc, const void *tag,
                 Landing *landing);

#endif
