// A thread that reads standard input for polls. Neither a console nor a pipe
// can be waited for on its handle: a console's is signalled by keys that make
// no line, a pipe's always. Waiting for a read to end is what works for both.
//
// From its start on, the thread owns the handle. A synchronous handle is locked
// while it is read, so that even asking for its type would wait for input.

#ifndef WASMC_WINDOWS_PUMP_H
#define WASMC_WINDOWS_PUMP_H

#include "io.h"

// Starts the thread, the first time; `filled` receives the event that is
// signalled while there is something to read, an end or an error included.
WasiErrno pumpStart(OsHandle handle, bool isConsole, HANDLE *filled);

// Answers an item from what was read. False if no thread reads the handle.
bool pumpLook(OsPoll &item);

#endif
