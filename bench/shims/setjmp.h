// For the real programs: wasi-libc has no setjmp. The scripts that run never
// throw, so it returns 0, and longjmp ends the program. Native builds have it
// too, so that all do the same.
#ifndef SHIM_SETJMP_H
#define SHIM_SETJMP_H

#include <stdlib.h>

typedef int jmp_buf[1];
#define setjmp(buffer) ((void)(buffer), 0)
#define _setjmp(buffer) ((void)(buffer), 0)
#define longjmp(buffer, value) ((void)(buffer), (void)(value), abort())
#define _longjmp(buffer, value) ((void)(buffer), (void)(value), abort())

#endif
