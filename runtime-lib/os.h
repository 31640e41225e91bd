// The whole seam between the runtime library and the operating system. The
// folders posix/ and windows/ implement it in files of the same names; nothing
// outside them includes an OS header or asks which OS this is.
//
// Conventions: a function that can fail returns a wasi errno (0 = success,
// wasi/WasiErrno.def); sizes are bytes; times are nanoseconds; paths given to
// the *at functions are ONE component, UTF-8, never "." or "..", unless said.

#ifndef WASMC_OS_H
#define WASMC_OS_H

#include <stddef.h>
#include <stdint.h>

// --- memory (posix/memory.cpp, windows/memory.cpp) -------------------------

// Reserves address space without access. `address` 0 means anywhere, else
// exactly there. Null if that is impossible.
void *os_reserve(uint64_t address, uint64_t size);
// Makes reserved pages readable, writable and zero. False when out of memory.
bool os_commit(void *address, uint64_t size);
// Readable, writable, zeroed memory from the OS; null when out of memory.
void *os_allocate(uint64_t size);

// --- process (posix/process.cpp, windows/process.cpp) ----------------------

[[noreturn]] void os_exit(uint32_t code);
// Writes to standard error, ignoring failures; usable in a fault handler.
void os_write_error(const void *data, size_t size);
// argv and environment as UTF-8 (WTF-8 on Windows), NUL-terminated strings in
// null-terminated arrays that live as long as the process.
const char *const *os_args();
const char *const *os_environ();
// Whether the process runs with raised privileges (AT_SECURE), so that the
// environment must not be trusted.
bool os_is_elevated();

// --- faults (posix/trap_handler.cpp, windows/trap_handler.cpp) -------------

struct OsFrame { // a suspended or calling frame, enough to unwind from
  uint64_t pc, sp, fp;
  uint64_t rbx, r12, r13, r14, r15, rsi, rdi;
};
// Installs the handlers that turn hardware faults into handle_fault() calls
// (trap.h).
void os_install_trap_handler();
// Captures the frame of the caller.
void os_capture_frame(OsFrame *frame);
// Moves `frame` to its caller. `start` receives the first byte of the function
// the frame was in. False at the outermost frame or when nothing is known.
bool os_unwind(OsFrame *frame, uint64_t *start);

#endif
