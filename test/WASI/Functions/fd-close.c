// fd_close ends a descriptor, whatever it is, and frees its number.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd = open_file("f", "text", FILE_RIGHTS), again;
  OK(__wasi_fd_close(fd));
  EXPECT(BADF, __wasi_fd_close(fd));
  EXPECT(BADF, write_text(fd, "x"));
  OK(open_at(CWD, "f", 0, READ, &again));
  EQUAL(again, fd);
  OK(__wasi_fd_close(READ_ONLY));
  EXPECT(BADF, try_open(READ_ONLY, "f", 0, READ));
  OK(__wasi_fd_close(0));
  EXPECT(BADF, __wasi_fd_close(0));
  EXPECT(BADF, __wasi_fd_close(0xffffffff));
  return failures;
}
