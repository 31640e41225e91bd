// fd_write writes its buffers in order at the position.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_ciovec_t out[3] = {{(const uint8_t *)"ab", 2},
                            {(const uint8_t *)"", 0},
                            {(const uint8_t *)"cde", 3}};
  __wasi_size_t done = 0;
  __wasi_fd_t fd = open_file("f", "0123456789", FILE_RIGHTS);
  OK(__wasi_fd_write(fd, out, 3, &done));
  EQUAL(done, 5);
  HOLDS(file_is(CWD, "f", "abcde56789"));
  OK(__wasi_fd_write(fd, out, 0, &done));
  EQUAL(done, 0);
  EXPECT(BADF, __wasi_fd_write(99, out, 3, &done));
  EXPECT(BADF, __wasi_fd_write(0, out, 3, &done));
  EXPECT(ISDIR, __wasi_fd_write(CWD, out, 3, &done));
  OK(open_at(CWD, "f", 0, READ, &fd));
  EXPECT(BADF, __wasi_fd_write(fd, out, 3, &done));
  HOLDS(file_is(CWD, "f", "abcde56789"));
  return failures;
}
