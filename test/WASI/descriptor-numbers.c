// A new descriptor has the lowest free number, 0 to 2 included; when the OS has
// no more, opening fails and works again afterwards.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t a, b, c;
  __wasi_errno_t error = 0;
  make_file("f", "text");
  OK(open_at(CWD, "f", 0, READ, &a));
  OK(open_at(CWD, "f", 0, READ, &b));
  EQUAL(a, 5);
  EQUAL(b, 6);
  OK(__wasi_fd_close(a));
  OK(open_at(CWD, "f", 0, READ, &c));
  EQUAL(c, 5);
  OK(__wasi_fd_close(0));
  OK(open_at(CWD, "f", 0, READ, &a));
  EQUAL(a, 0);
  int count = 0;
  while (!error && count != 5000) {
    error = open_at(CWD, "f", 0, READ, &c);
    count += !error;
  }
  HOLDS(error == 0 || error == __WASI_ERRNO_MFILE ||
        error == __WASI_ERRNO_NFILE || error == __WASI_ERRNO_NOMEM);
  HOLDS(count > 200);
  for (int i = 0; i != count; ++i)
    OK(__wasi_fd_close(7 + i));
  HOLDS(file_is(CWD, "f", "text"));
  // A preopened directory can be closed like any other descriptor.
  OK(__wasi_fd_close(CWD));
  EXPECT(BADF, try_open(CWD, "f", 0, READ));
  EXPECT(BADF, __wasi_fd_prestat_get(CWD, &(__wasi_prestat_t){0}));
  HOLDS(file_is(READ_ONLY, "f", "read only"));
  OK(open_at(READ_ONLY, "f", 0, READ, &a));
  EQUAL(a, CWD);
  EXPECT(BADF, __wasi_fd_prestat_get(CWD, &(__wasi_prestat_t){0}));
  return failures;
}
