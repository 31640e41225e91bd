// The exceptions that exist.

#ifndef WASMC_EXCEPTIONS_H
#define WASMC_EXCEPTIONS_H

#include "abi/wasmc_abi.h"

// Undoes one wasmc_exception_keep().
void unkeep(WasmcException *exception);

// Gives back the memory of the calling thread, which ends.
void releaseExceptions();

#endif
