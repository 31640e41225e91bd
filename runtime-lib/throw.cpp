// Throws exceptions. The search for a handler comes first and changes nothing,
// so that an uncaught exception is reported from where it was thrown. There is
// nothing to run on the way to a handler: WebAssembly has no cleanups.

#include "throw.h"
#include "exceptions.h"
#include "trap.h"

int wasmc_personality() {
  return 1; // go on searching
}

extern "C" void wasmc_throw(void *exception) {
  os_throw(exception, static_cast<WasmcException *>(exception)->tag);
  wasmc_trap(TrapUncaughtException);
}

extern "C" void wasmc_throw_kept(void *exception) {
  unkeep(static_cast<WasmcException *>(exception));
  wasmc_throw(exception);
}
