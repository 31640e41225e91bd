// fd_advise takes each advice for a file, and nothing else.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd = open_file("f", "text", FILE_RIGHTS);
  for (int advice = 0; advice != 6; ++advice)
    OK(__wasi_fd_advise(fd, 1, 2, advice));
  OK(__wasi_fd_advise(fd, 100, 0, __WASI_ADVICE_WILLNEED));
  EXPECT(INVAL, __wasi_fd_advise(fd, 0, 0, 6));
  EXPECT(INVAL, __wasi_fd_advise(fd, 1ull << 63, 0, 0));
  EXPECT(BADF, __wasi_fd_advise(99, 0, 0, 0));
  EXPECT(SPIPE, __wasi_fd_advise(1, 0, 0, 0));
  HOLDS(file_is(CWD, "f", "text"));
  return failures;
}
