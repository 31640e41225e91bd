// The part of start-up that every OS shares.

#ifndef WASMC_START_H
#define WASMC_START_H

// Makes the process fit for the module's code: processor, float environment,
// linear memory. Ends the program, or the library's call, with an error if that
// fails.
void prepareModule();

// The same for a program, and its fault handlers.
void startRuntime();

// Runs the program and exits with 0 unless it exits by itself. On the stack
// that guest code may use up.
extern "C" [[noreturn]] void wasmc_run();

#endif
