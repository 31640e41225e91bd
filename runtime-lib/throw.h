// Throwing, for the parts of the unwinder that are in assembly or the system's.

#ifndef WASMC_THROW_H
#define WASMC_THROW_H

// The language-specific handler of functions that catch, by which they are
// known. The system does not call it: hardware faults end the program before,
// and nothing else raises exceptions in generated code.
extern "C" int wasmc_personality();

#endif
