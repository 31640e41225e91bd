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

// Where a guarded call (recovery.h) goes on after a trap.
struct RecoveryPoint {
  RecoveryPoint *outer;
  uint64_t sp;
  // os_resume(sp, trap); by a pointer, so that a program without guarded calls
  // is linked without it.
  void (*resume)(uint64_t sp, uint32_t trap);
  bool isInHost; // a function of the host runs: faults are not the guest's
  struct WasmcInstance *instance; // that is called, if there can be many
};
// Finds the innermost one of the running thread, or null. Itself null before
// the first guarded call.
extern RecoveryPoint *(*findRecoveryPoint)();

// Exceptions stay within a guarded call: the stack pointer below which its
// frames are.
inline uint64_t endOfGuardedFrames() {
  const RecoveryPoint *point =
      findRecoveryPoint ? findRecoveryPoint() : nullptr;
  return point ? point->sp : ~uint64_t(0);
}

// Decides whether a hardware fault is a trap of the guest (exit code 134) or an
// internal error (125), reports it and exits; but a trap in a guarded call is
// to go to the point returned, with its number as `trap`. Called on whatever
// stack the system gives a fault handler.
const RecoveryPoint *handleFault(const OsFault &fault, uint32_t *trap);

// The trap that a fault of guest code stands for; 0: it is none.
uint32_t trapOfFault(const OsFault &fault);

// The specification's words for a trap; null if there is no such trap.
const char *trapText(uint32_t code);

#endif
