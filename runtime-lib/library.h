// A module as a library: what happens between the C functions of its header,
// which the compiler makes, and guest code. State is that of an instance, of
// the thread (the last error) or of the library (the handler of failures).
//
// A call is a guarded one (recovery.h): what ends a program - a trap,
// proc_exit, fatal() - ends the call with a status instead.

#ifndef WASMC_LIBRARY_H
#define WASMC_LIBRARY_H

#include <stdint.h>

// 0, a trap's number (abi/Traps.def) or one of these.
enum Status : uint32_t {
#define STATUS(Name, NAME, number, text) Status##Name = number,
#include "abi/Statuses.def"
};

#endif
