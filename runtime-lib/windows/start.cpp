// The entry of a console program without a C runtime. Guest code runs on the
// main thread's stack, whose size the linker writes into the PE header.

#include "start.h"
#include "frame.h"

// Called by the loader, with the stack pointer misaligned by a return address
// as for any function.
extern "C" [[noreturn]] void wasmc_start() {
  keepStackForHandler();
  startRuntime();
  wasmc_run();
}
