// The end of a program that trapped.

#ifndef WASMC_TRAP_H
#define WASMC_TRAP_H

#include "os.h"
#include <stdint.h>

enum Trap : uint32_t {
#define TRAP(name, number, text) Trap##name = number,
#include "abi/Traps.def"
};

// Reports the trap of the calling frame and exits with 134. Frames of the
// runtime do not appear in the report.
extern "C" [[noreturn]] void wasmc_trap(uint32_t code);
// Checks that signature; after it, because [[noreturn]] must come first.
#include "abi/runtime_functions.h"

// Decides whether a hardware fault is a trap of the guest (exit code 134) or an
// internal error (125), reports it and exits. Called on whatever stack the
// system gives a fault handler.
[[noreturn]] void handleFault(const OsFault &fault);

#endif
