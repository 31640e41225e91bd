// Which instance of a module runs. A program has one, and a library of one
// instance too: all of its state is static data then. Of a library of many,
// each guarded call (recovery.h) is one of an instance's.

#ifndef WASMC_INSTANCE_H
#define WASMC_INSTANCE_H

#include "abi/wasmc_abi.h"

// Null unless there can be many.
extern WasmcInstance *(*findInstance)();

// That of the thread's innermost call; null if there is only one, or no call.
inline WasmcInstance *runningInstance() {
  return findInstance ? findInstance() : nullptr;
}

// The memory of the module that calls a WASI function.
WasmcMemory &callerMemory();

#endif
