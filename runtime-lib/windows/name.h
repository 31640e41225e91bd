// Which names a guest may give to the NT file system, and their UTF-16. Pure,
// so that it is tested on any system.
//
// Win32 reads meaning into names that NT does not: devices, streams, drives,
// endings that it drops. A name is refused when the two would disagree, so
// that a guest cannot make what other programs cannot name, or reach what is no
// file.

#ifndef WASMC_WINDOWS_NAME_H
#define WASMC_WINDOWS_NAME_H

#include "wasi/wasi_errno.h"
#include <stddef.h>
#include <stdint.h>

// NTFS's limit, in UTF-16 units.
inline constexpr uint32_t maxNameUnits = 255;

// Converts NUL-terminated WTF-8 (command_line.h) of at most `room` units.
// EILSEQ: other bytes. ENAMETOOLONG.
WasiErrno utf16FromWtf8(const char *text, char16_t *out, uint32_t room,
                        uint32_t *units);

// Checks one name of a path and converts it. ENOENT: a device (CON, COM1.txt,
// ...). EINVAL: has a backslash, a colon, <>"|?* or a control character, or
// ends in a dot or a space. EILSEQ: not WTF-8. ENAMETOOLONG.
WasiErrno windowsName(const char *name, char16_t *out, uint32_t *units);

#endif
