// Windows gives a program its arguments as one string; who started it quoted
// them by the C runtime's rules, and these take them apart again. Pure, so
// that it is tested on any system.

#ifndef WASMC_WINDOWS_COMMAND_LINE_H
#define WASMC_WINDOWS_COMMAND_LINE_H

#include <stddef.h>

// Splits the NUL-terminated `line` into arguments, written to `out` one after
// the other, each with its NUL. `out` has room for one unit more than `line`
// has units, its NUL included. Returns the number of arguments: at least one.
size_t splitCommandLine(const char16_t *line, char16_t *out);

// Converts `units` units of UTF-16 to WTF-8: UTF-8 in which an unpaired
// surrogate becomes three bytes, so that no two names fall together. `out` has
// room for three bytes a unit. Returns the number of bytes written.
size_t wtf8FromUtf16(const char16_t *text, size_t units, char *out);

#endif
