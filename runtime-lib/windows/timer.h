// The timer that ends a thread's waits.

#ifndef WASMC_WINDOWS_TIMER_H
#define WASMC_WINDOWS_TIMER_H

#include "os.h"
#include <windows.h>

// Sets the thread's timer, made at its first wait, to go off in `left`
// nanoseconds or a little later. Null if the system refuses. Every call is
// followed by endTimer() when the wait has ended.
HANDLE beginTimer(OsPollState *state, uint64_t left);
void endTimer(OsPollState *state);

#endif
