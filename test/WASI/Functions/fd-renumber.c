// fd_renumber closes the number it takes, also of a preopened directory or a
// standard stream, and leaks nothing.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t a, b;
  __wasi_filestat_t stat;
  make_file("a", "aa");
  make_file("b", "bbbb");
  OK(open_at(CWD, "a", 0, FILE_RIGHTS, &a));
  OK(open_at(CWD, "b", 0, FILE_RIGHTS, &b));
  OK(__wasi_fd_renumber(a, a));
  OK(__wasi_fd_renumber(b, a));
  OK(__wasi_fd_filestat_get(a, &stat));
  EQUAL(stat.size, 4);
  EXPECT(BADF, __wasi_fd_filestat_get(b, &stat));
  EXPECT(BADF, __wasi_fd_renumber(b, a));
  EXPECT(BADF, __wasi_fd_renumber(a, b));
  EXPECT(BADF, __wasi_fd_renumber(a, 127));
  EXPECT(BADF, __wasi_fd_renumber(a, 0xffffffff));
  EXPECT(BADF, __wasi_fd_renumber(0xffffffff, a));
  OK(__wasi_fd_filestat_get(a, &stat));
  // More often than an OS has descriptors for a process.
  for (int i = 0; i != 2000; ++i) {
    OK(open_at(CWD, "a", 0, FILE_RIGHTS, &b));
    OK(__wasi_fd_renumber(b, a));
    if (failures)
      return 1;
  }
  // Standard input becomes the file, the read-only directory another one.
  OK(__wasi_fd_renumber(a, 0));
  OK(__wasi_fd_filestat_get(0, &stat));
  EQUAL(stat.size, 2);
  __wasi_fd_t dir;
  OK(open_at(CWD, ".", DIRECTORY, ALL_RIGHTS & ~WRITE, &dir));
  OK(__wasi_fd_renumber(dir, READ_ONLY));
  HOLDS(file_is(READ_ONLY, "b", "bbbb"));
  EXPECT(BADF, __wasi_fd_prestat_get(READ_ONLY, &(__wasi_prestat_t){0}));
  return failures;
}
