// The list of guest functions on the stack.

#ifndef WASMC_BACKTRACE_H
#define WASMC_BACKTRACE_H

#include "os.h"
#include "text.h"

// Appends "wasm backtrace:" and a line for each guest frame from `frame`
// outwards; nothing if there is none. The middle of a long list is counted
// only.
void writeBacktrace(TextWriter &out, OsFrame frame);

#endif
