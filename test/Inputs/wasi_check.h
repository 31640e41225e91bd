// For tests of WASI: calls with the errno they must give. A test's main ends
// with `return failures;`.

#ifndef WASI_CHECK_H
#define WASI_CHECK_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

// What %run_wasi grants.
enum { CWD = 3, READ_ONLY = 4 };

enum { FOLLOW = 1, CREAT = 1, DIRECTORY = 2, EXCL = 4, TRUNC = 8 };

#define ALL_RIGHTS ((__wasi_rights_t)0x1fffffff)
#define READ __WASI_RIGHTS_FD_READ
#define WRITE __WASI_RIGHTS_FD_WRITE
#define FILE_RIGHTS                                                            \
  (READ | WRITE | __WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL |              \
   __WASI_RIGHTS_FD_FILESTAT_GET | __WASI_RIGHTS_FD_FILESTAT_SET_SIZE |        \
   __WASI_RIGHTS_FD_FILESTAT_SET_TIMES | __WASI_RIGHTS_FD_ALLOCATE |           \
   __WASI_RIGHTS_FD_SYNC | __WASI_RIGHTS_FD_DATASYNC |                         \
   __WASI_RIGHTS_FD_ADVISE | __WASI_RIGHTS_FD_FDSTAT_SET_FLAGS |               \
   __WASI_RIGHTS_POLL_FD_READWRITE)

static int failures;

static inline void check_equal(int line, const char *what, uint64_t got,
                               uint64_t wanted) {
  if (got == wanted)
    return;
  fprintf(stderr, "line %d: %s is %llu, not %llu\n", line, what,
          (unsigned long long)got, (unsigned long long)wanted);
  failures = 1;
}

// EXPECT(NOENT, call): the call gives that errno. OK(call): it succeeds.
// EQUAL(a, b): numbers. HOLDS(x): x is not 0.
#define EXPECT(name, call)                                                     \
  check_equal(__LINE__, #call, (call), __WASI_ERRNO_##name)
#define OK(call) EXPECT(SUCCESS, call)
#define EQUAL(got, wanted) check_equal(__LINE__, #got, (got), (wanted))
#define HOLDS(condition) check_equal(__LINE__, #condition, !!(condition), 1)

// Opens a path of any size; the descriptor is ~0 on failure.
static inline __wasi_errno_t open_at(int dir, const char *path, int oflags,
                                     __wasi_rights_t rights, __wasi_fd_t *fd) {
  *fd = ~0u;
  return __wasi_path_open(dir, FOLLOW, path, oflags, rights, ALL_RIGHTS, 0, fd);
}

// Opens and closes.
static inline __wasi_errno_t try_open(int dir, const char *path, int oflags,
                                      __wasi_rights_t rights) {
  __wasi_fd_t fd;
  __wasi_errno_t error = open_at(dir, path, oflags, rights, &fd);
  if (!error)
    error = __wasi_fd_close(fd);
  return error;
}

static inline __wasi_errno_t write_text(__wasi_fd_t fd, const char *text) {
  __wasi_ciovec_t vector = {(const uint8_t *)text, strlen(text)};
  __wasi_size_t done = 0;
  __wasi_errno_t error = __wasi_fd_write(fd, &vector, 1, &done);
  if (!error)
    EQUAL(done, strlen(text));
  return error;
}

// Makes a file with these bytes.
static inline void make_file(const char *path, const char *text) {
  __wasi_fd_t fd;
  OK(open_at(CWD, path, CREAT | TRUNC, FILE_RIGHTS, &fd));
  OK(write_text(fd, text));
  OK(__wasi_fd_close(fd));
}

// Makes a file with these bytes and opens it.
static inline __wasi_fd_t open_file(const char *path, const char *text,
                                    __wasi_rights_t rights) {
  __wasi_fd_t fd;
  make_file(path, text);
  OK(open_at(CWD, path, 0, rights, &fd));
  return fd;
}

static inline uint64_t size_of(const char *path) {
  __wasi_filestat_t stat;
  OK(__wasi_path_filestat_get(CWD, 0, path, &stat));
  return stat.size;
}

// Whether a file has these bytes, read from its start to its end.
static inline int file_is(int dir, const char *path, const char *text) {
  char buffer[256];
  __wasi_iovec_t vector = {(uint8_t *)buffer, sizeof buffer};
  __wasi_size_t done = 0;
  __wasi_fd_t fd;
  if (open_at(dir, path, 0, READ, &fd))
    return 0;
  OK(__wasi_fd_read(fd, &vector, 1, &done));
  OK(__wasi_fd_close(fd));
  return done == strlen(text) && !memcmp(buffer, text, done);
}

static inline int on_windows(void) {
  const char *target = getenv("TARGET");
  return target && !strcmp(target, "windows");
}

// Makes a symbolic link. Wine has none: there the test ends without failing.
static inline void make_link(const char *target, const char *path) {
  __wasi_errno_t error = __wasi_path_symlink(target, CWD, path);
  if (on_windows() && error == __WASI_ERRNO_NOTSUP) {
    puts("no symbolic links on this system");
    exit(failures);
  }
  OK(error);
}

// The functions as they are imported, with addresses as numbers.
#define RAW(name)                                                              \
  __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
RAW(fd_read) uint32_t raw_fd_read(uint32_t, uint32_t, uint32_t, uint32_t);
RAW(fd_write) uint32_t raw_fd_write(uint32_t, uint32_t, uint32_t, uint32_t);
RAW(path_open)
uint32_t raw_path_open(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t,
                       uint64_t, uint64_t, uint32_t, uint32_t);
RAW(fd_readdir)
uint32_t raw_fd_readdir(uint32_t, uint32_t, uint32_t, uint64_t, uint32_t);
RAW(poll_oneoff)
uint32_t raw_poll_oneoff(uint32_t, uint32_t, uint32_t, uint32_t);

#define ADDRESS(pointer) ((uint32_t)(uintptr_t)(pointer))

// The first address that is not in memory.
static inline uint32_t memory_end(void) {
  return (uint32_t)__builtin_wasm_memory_size(0) << 16;
}

#endif
