// The whole seam between the runtime library and the operating system. The
// folders posix/ and windows/ implement it in files of the same names; nothing
// outside them includes an OS header or asks which OS this is.
//
// Conventions: a function that can fail returns a wasi errno (0 = success,
// wasi/WasiErrno.def); sizes are bytes; times are nanoseconds; paths given to
// the *at functions are ONE component, UTF-8, never "." or "..", unless said.

#ifndef WASMC_OS_H
#define WASMC_OS_H

#include "abi/socket_address.h"
#include "wasi/wasi_errno.h"
#include <stddef.h>
#include <stdint.h>

// --- memory (posix/memory.cpp, windows/memory.cpp) -------------------------

// Reserves address space without access. `address` 0 means anywhere, else
// exactly there. Null if that is impossible.
void *os_reserve(uint64_t address, uint64_t size);
// Makes reserved pages readable, writable and zero. False when out of memory.
bool os_commit(void *address, uint64_t size);
// Asks for large pages in reserved memory wherever it will be used. The OS may
// have none.
void os_prefer_large_pages(void *address, uint64_t size);
// Readable, writable, zeroed memory from the OS; null when out of memory.
void *os_allocate(uint64_t size);
// Gives memory from os_allocate back.
void os_free(void *address, uint64_t size);

// --- process (posix/process.cpp, windows/process.cpp) ----------------------

[[noreturn]] void os_exit(uint32_t code);
// Does what a WASI signal (1..30) does by default. A process that it ends has
// the exit code 128 + the signal's number on Linux, as a shell tells it.
WasiErrno os_raise(uint32_t signal);
// Writes to standard error, ignoring failures; usable in a fault handler.
void os_write_error(const void *data, size_t size);
// argv and environment as UTF-8 (WTF-8 on Windows), NUL-terminated strings in
// null-terminated arrays that live as long as the process.
const char *const *os_args();
const char *const *os_environ();
// Whether the process runs with raised privileges (AT_SECURE), so that the
// environment must not be trusted.
bool os_is_elevated();

// --- files (stdio, read, write, stat, file .cpp of both folders) ------------

// An open file, directory, pipe or socket of the OS.
using OsHandle = intptr_t;
inline constexpr OsHandle osNoHandle = -1;

struct OsBuffer {
  void *data;
  size_t size;
};

struct OsStat {
  uint64_t dev, ino;
  uint8_t type; // WasiFiletype
  uint64_t links, size;
  uint64_t accessed, modified, changed; // since 1970, clamped to what fits
};

struct OsTimes {
  uint64_t accessed, modified;
  uint16_t flags; // fstflags: which to set, and which to the current time
};

struct OsStdio {
  OsHandle handle;
  uint8_t type; // WasiFiletype
  bool terminal;
};

// Standard input, output and error (0, 1, 2): EBADF if it is closed. The first
// call also makes writing to a closed pipe, or beyond a limit of the file's
// size, an error instead of a signal.
WasiErrno os_stdio(uint32_t which, OsStdio *result);
bool os_is_terminal(OsHandle handle);
WasiErrno os_close(OsHandle handle);
// Transfer at the current position, in order; `done` is set on success only.
// Reading 0 bytes means the end. `append` writes at the end of the file.
// Interrupted calls are repeated.
WasiErrno os_read(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                  size_t *done);
WasiErrno os_write(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                   bool append, size_t *done);
// Transfer at `offset` without moving the current position.
WasiErrno os_pread(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                   uint64_t offset, size_t *done);
WasiErrno os_pwrite(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                    uint64_t offset, size_t *done);
// `whence` as in WASI. EINVAL for a negative position, ESPIPE for a pipe.
WasiErrno os_seek(OsHandle handle, int64_t offset, uint32_t whence,
                  uint64_t *position);
WasiErrno os_stat(OsHandle handle, OsStat *stat);
WasiErrno os_set_size(OsHandle handle, uint64_t size);
WasiErrno os_set_times(OsHandle handle, const OsTimes &times);
WasiErrno os_sync(OsHandle handle, bool dataOnly);
// Makes the file at least offset + size bytes long, with its space reserved
// where the file system can.
WasiErrno os_allocate_file(OsHandle handle, uint64_t offset, uint64_t size);
WasiErrno os_advise(OsHandle handle, uint64_t offset, uint64_t size,
                    uint8_t advice);
// Changes `append` and `nonblock` of an open file; the other fdflags: ENOTSUP.
WasiErrno os_set_flags(OsHandle handle, uint16_t fdflags);

// --- directories and names (dir, link .cpp) --------------------------------

struct OsOpen {
  bool read, write, create, exclusive, truncate, directory;
  uint16_t fdflags;
};

// Opens a directory that the policy names: any path of the host, relative to
// the current directory; `path` is NUL-terminated.
WasiErrno os_open_root(const char *path, OsHandle *result);
// Opens `name` in `dir`; ELOOP if it is a symbolic link. "." reopens `dir`.
WasiErrno os_open_at(OsHandle dir, const char *name, const OsOpen &open,
                     OsHandle *result);
// Opens a whole path in one system call that cannot leave `dir`: ENOTCAPABLE
// for an escape. ENOSYS if the OS has none (then the caller walks).
WasiErrno os_open_beneath(OsHandle dir, const char *path, const OsOpen &open,
                          bool follow, OsHandle *result);
// Opens a directory only to reach names in it. ELOOP if it is a link.
WasiErrno os_enter(OsHandle dir, const char *name, OsHandle *result);
// The same for a path of several components, as os_open_beneath.
WasiErrno os_enter_beneath(OsHandle dir, const char *path, OsHandle *result);
// The target of a symbolic link, not terminated, with '/' as separator; at
// most `size` bytes of it. EINVAL if `name` is no link.
WasiErrno os_readlink_at(OsHandle dir, const char *name, char *buffer,
                         size_t size, size_t *length);
// These never follow a link. `name` may be "." for the first two.
WasiErrno os_stat_at(OsHandle dir, const char *name, OsStat *stat);
WasiErrno os_set_times_at(OsHandle dir, const char *name, const OsTimes &times);
WasiErrno os_create_directory_at(OsHandle dir, const char *name);
WasiErrno os_unlink_at(OsHandle dir, const char *name);
WasiErrno os_remove_directory_at(OsHandle dir, const char *name);
WasiErrno os_rename_at(OsHandle oldDir, const char *oldName, OsHandle newDir,
                       const char *newName);
WasiErrno os_link_at(OsHandle oldDir, const char *oldName, OsHandle newDir,
                     const char *newName);
// `target` is NUL-terminated and stored as it is.
WasiErrno os_symlink_at(const char *target, OsHandle dir, const char *name);
// Calls `entry` for each name in the directory, in the OS's order, "." and
// ".." included if the OS has them. Ends with ENOMEM if `entry` returns false.
using OsDirEntry = bool (*)(void *context, const char *name, size_t length,
                            uint64_t ino, uint8_t type);
WasiErrno os_read_directory(OsHandle dir, OsDirEntry entry, void *context);

// --- sockets (socket.cpp) ---------------------------------------------------

// Stream sockets. On Windows a handle with its lowest bit set is one
// (windows/socket_calls.h). os_read, os_write, os_close, os_stat, os_set_flags
// and os_poll work on them, too.
WasiErrno os_listen(const SocketAddress &address, OsHandle *result);
// Waits for a connection unless the listening socket is `nonblock` (EAGAIN).
// `nonblock` is what the new one becomes.
WasiErrno os_accept(OsHandle listener, bool nonblock, OsHandle *result);
// `riflags` as in WASI. `truncated`: a message was longer than the buffers.
WasiErrno os_receive(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                     uint32_t riflags, size_t *done, bool *truncated);
WasiErrno os_send(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                  size_t *done);
// `sdflags` as in WASI, at least one.
WasiErrno os_shutdown(OsHandle handle, uint32_t sdflags);

// --- clocks, random, waiting (clock.cpp, random.cpp, poll.cpp) -------------

// `clock` is a WasiClock.
WasiErrno os_clock_time(uint32_t clock, uint64_t *time);
WasiErrno os_clock_resolution(uint32_t clock, uint64_t *resolution);
WasiErrno os_random(void *data, size_t size);
void os_yield();
// One turn of a loop that waits: a hint to the processor.
void os_spin();

// A descriptor to wait for, in one or both directions.
struct OsPoll {
  OsHandle handle;
  uint8_t type; // WasiFiletype
  bool wantsRead, wantsWrite;
  bool nonblock; // the guest asked for it; sockets
  // Results. What would not wait, an error included:
  bool canRead, canWrite;
  bool readHangup, writeHangup; // the other end is closed
  WasiErrno error;
  uint64_t bytes; // that can be read, 1 if unknown
};

// When to stop waiting: a time on the monotonic and one on the wall clock. ~0
// is never; a time that has passed means: only look.
struct OsWake {
  uint64_t monotonic, wall;
};

// What the timer behind os_poll_wait() can do. Times are nanoseconds.
struct OsTimer {
  uint64_t quantum; // it ends waits up to so much late; 0: as fine as its clock
  // The longest times to wait until the clocks are read again: a monotonic one,
  // whose timer may stand still while the system sleeps, and a wall clock,
  // which may be set. ~0: the timer follows its clock.
  uint64_t slice, wallSlice;
  bool endsBySpinning; // whether to wait for the last bit of time in a loop
};
const OsTimer &os_timer();

// What one waiting thread keeps from wait to wait; zero at first.
struct OsPollState {
  intptr_t timers[2];
  intptr_t event;
};

struct OsPollWait {
  OsPollState *state;
  OsPoll *items; // distinct handles
  uint32_t count;
  uint64_t *scratch; // 2 * (count + 1) words for the system's own list
};
// Waits until one of the items is ready or a time of `wake` is reached, and
// says of each item whether it is ready. May return early with nothing ready.
WasiErrno os_poll_wait(const OsPollWait &wait, const OsWake &wake);
// Gives back what a thread that ends kept.
void os_end_polling(OsPollState *state);

// --- sleeping (wait.cpp of both folders) ------------------------------------

// Sleeps while *word is `value`, until os_wake(word) or the monotonic clock
// reaches `deadline` (~0: never). May return early.
void os_wait(const uint32_t *word, uint32_t value, uint64_t deadline);
// Wakes one thread that sleeps on the word.
void os_wake(const uint32_t *word);

// --- faults (posix/trap_handler.cpp, windows/trap_handler.cpp) -------------

// A suspended or calling frame: what its caller can be found from.
struct OsFrame {
  uint64_t pc, sp, fp;
  uint64_t rbx, r12, r13, r14, r15, rsi, rdi;
  uint64_t r11; // holds the frame address while a large frame is probed
  // pc is the address after a call, so the call is the instruction before it.
  bool pcIsReturnAddress;
};

enum class OsFaultKind {
  IllegalInstruction,
  MemoryAccess,  // `address` may not be accessed in that way
  StackOverflow, // `address` is below the stack's end
  Other,
};

struct OsFault {
  OsFaultKind kind;
  uint64_t address; // 0 if unknown
  OsFrame frame;
};

// Installs the handlers that turn hardware faults into handleFault() calls, and
// go on where that says (trap.h).
void os_install_trap_handler();
// Whether `size` bytes at `address` are the program's own code or constants,
// so that they may be read.
bool os_is_program_text(uint64_t address, uint64_t size);
// Captures the frame of the caller.
extern "C" void os_capture_frame(OsFrame *frame);
// Where a function begins: at an address in [first, last], usually just one.
// Both are 0 if nothing is known.
struct OsFunctionStart {
  uint64_t first, last;
};
// Moves `frame` to its caller. `start` receives where the function that the
// frame was in begins. False at the outermost frame or when nothing is known.
bool os_unwind(OsFrame *frame, OsFunctionStart *start);

// --- exceptions (posix/throw.cpp, windows/throw.cpp) -------------------------

// Goes on in the innermost handler for exceptions with that tag on the stack
// of the caller, which gets `exception`. Returns if there is none.
void os_throw(void *exception, const void *tag);
// Calls `visit` with the caller's part of the stack and its registers.
void os_visit_stack(void (*visit)(const uint64_t *begin, const uint64_t *end));

// --- leaving many calls at once (resumable.S of both folders) --------------

// Calls function(argument) and returns 0. Before that it sets *sp: until the
// call returns, os_resume(*sp, result) on the same thread, in whatever it calls
// or in a fault handler, makes it return `result` instead.
extern "C" uint32_t os_call_resumable(uint64_t *sp, void (*function)(void *),
                                      void *argument);
extern "C" [[noreturn]] void os_resume(uint64_t sp, uint32_t result);
// After os_resume() has left an overflowed stack: the next overflow is noticed
// like the first.
void os_restore_stack_guard();

// --- a library in the process of its host (host.cpp of both folders) --------

// Takes from the process what start-up finds out for a program, and installs
// handlers for the faults of guarded calls, which pass on all others to the
// handlers that were there.
void os_enter_host();
// Takes them away.
void os_leave_host();
// Before guest code runs on the calling thread. `top`: above it, the stack has
// nothing of the guest's.
void os_prepare_host_thread(const void *top);

// --- threads (thread.cpp of both folders) ----------------------------------

// A number that no other running thread has; never 0.
uint64_t os_thread_id();
struct OsThread;
// Runs entry(argument) on a new thread, which traps like the main one and whose
// stack is as large. Null if the system gives none. `isJoined`: it must be
// joined; else the result is good for nothing but a comparison with null.
OsThread *os_start_thread(void (*entry)(void *), void *argument, bool isJoined);
// Waits for the end of the thread.
void os_join_thread(OsThread *thread);

#endif
