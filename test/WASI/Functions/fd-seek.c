// fd_seek moves from the start, the position or the end.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filesize_t at = 99;
  __wasi_fd_t fd = open_file("f", "0123456789", FILE_RIGHTS);
  OK(__wasi_fd_seek(fd, 3, __WASI_WHENCE_SET, &at));
  EQUAL(at, 3);
  OK(__wasi_fd_seek(fd, 4, __WASI_WHENCE_CUR, &at));
  EQUAL(at, 7);
  OK(__wasi_fd_seek(fd, -8, __WASI_WHENCE_END, &at));
  EQUAL(at, 2);
  OK(__wasi_fd_seek(fd, 90, __WASI_WHENCE_END, &at));
  EQUAL(at, 100);
  EXPECT(INVAL, __wasi_fd_seek(fd, -1, __WASI_WHENCE_SET, &at));
  EXPECT(INVAL, __wasi_fd_seek(fd, -101, __WASI_WHENCE_CUR, &at));
  EXPECT(INVAL, __wasi_fd_seek(fd, 0, 3, &at));
  EXPECT(BADF, __wasi_fd_seek(99, 0, 0, &at));
  EQUAL(at, 100);
  EQUAL(size_of("f"), 10);
  return failures;
}
