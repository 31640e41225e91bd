// The program of a test script: what the compiler makes of its commands, what
// script/run_script.cpp does with them and what it tells the test runner.

#ifndef WASMC_ABI_SCRIPT_H
#define WASMC_ABI_SCRIPT_H

#include <stdint.h>

// A value: a number in the low bits, all 16 bytes of a v128, or a reference's
// pointer.
struct WasmcSlot {
  uint64_t low, high;
};

// A call of any type: takes its arguments from `slots` and leaves its results
// there.
typedef void (*WasmcSlotFunction)(struct WasmcSlot *slots);

// The commands are bytes, little endian, each beginning with its kind:
//   Call    u8 1, u32 id, u32 function, u32 numArguments, u32 numResults,
//           and the arguments as slots
//   Thread  u8 2, u32 thread, u32 size, and `size` bytes of commands, which a
//           new thread runs
//   Wait    u8 3, u32 thread: until that thread has ended
enum {
  WASMC_SCRIPT_CALL = 1,
  WASMC_SCRIPT_THREAD = 2,
  WASMC_SCRIPT_WAIT = 3,
};

// No call has more arguments or results.
enum { WASMC_SCRIPT_MOST_SLOTS = 1000 };

struct WasmcScript {
  const uint8_t *commands;
  uint64_t size; // bytes
  const WasmcSlotFunction *functions;
  void **threads; // null at first, one for each number
};

// After each call the program writes to standard output, at once, so that the
// first call without a record is the one that crashed or hangs:
struct WasmcScriptRecord {
  uint32_t id;         // the command's
  uint32_t trap;       // its number, 0 if the call returned
  uint32_t numResults; // slots that follow, 0 after a trap
  uint32_t reserved;
};

#endif
