// fd_read fills its buffers in order and moves the position.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  uint8_t text[8];
  __wasi_iovec_t in[3] = {{text, 3}, {text + 3, 0}, {text + 3, 4}};
  __wasi_size_t done;
  __wasi_fd_t fd = open_file("f", "0123456789", FILE_RIGHTS);
  OK(__wasi_fd_read(fd, in, 3, &done));
  EQUAL(done, 7);
  HOLDS(!memcmp(text, "0123456", 7));
  OK(__wasi_fd_read(fd, in, 3, &done));
  EQUAL(done, 3);
  HOLDS(!memcmp(text, "789", 3));
  OK(__wasi_fd_read(fd, in, 3, &done));
  EQUAL(done, 0);
  EXPECT(ISDIR, __wasi_fd_read(CWD, in, 3, &done));
  EXPECT(BADF, __wasi_fd_read(99, in, 3, &done));
  OK(open_at(CWD, "f", 0, WRITE, &fd));
  EXPECT(BADF, __wasi_fd_read(fd, in, 3, &done));
  return failures;
}
