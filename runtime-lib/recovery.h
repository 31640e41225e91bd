// A call of guest code that a trap ends without ending the program.

#ifndef WASMC_RECOVERY_H
#define WASMC_RECOVERY_H

#include <stdint.h>

struct WasmcInstance;

// Calls function(argument). Returns 0 when that returns, or the number of the
// trap (abi/Traps.def) that it ended in: its frames are gone then, but what it
// did to memories, tables and globals stays. Calls may be nested, and may be
// made by several threads; each trap goes to its thread's innermost call.
// `instance`: which one the call is of, if there can be many.
extern "C" uint32_t wasmc_guarded_call(void (*function)(void *), void *argument,
                                       WasmcInstance *instance = nullptr);

#endif
