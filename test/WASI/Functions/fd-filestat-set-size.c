// fd_filestat_set_size makes files shorter and longer.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd = open_file("f", "0123456789", FILE_RIGHTS);
  OK(__wasi_fd_filestat_set_size(fd, 4));
  HOLDS(file_is(CWD, "f", "0123"));
  OK(__wasi_fd_filestat_set_size(fd, 100));
  EQUAL(size_of("f"), 100);
  EXPECT(INVAL, __wasi_fd_filestat_set_size(fd, 1ull << 63));
  EXPECT(BADF, __wasi_fd_filestat_set_size(99, 0));
  OK(open_at(CWD, "f", 0, READ, &fd));
  EXPECT(NOTCAPABLE, __wasi_fd_filestat_set_size(fd, 0));
  EQUAL(size_of("f"), 100);
  return failures;
}
