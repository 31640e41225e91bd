// fd_allocate makes a file longer, never shorter, with zeros.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd = open_file("f", "text", FILE_RIGHTS);
  OK(__wasi_fd_allocate(fd, 0, 2));
  EQUAL(size_of("f"), 4);
  OK(__wasi_fd_allocate(fd, 3, 5));
  EQUAL(size_of("f"), 8);
  char text[9] = "########";
  __wasi_iovec_t in = {(uint8_t *)text, 8};
  __wasi_size_t done;
  OK(__wasi_fd_pread(fd, &in, 1, 0, &done));
  HOLDS(!memcmp(text, "text\0\0\0\0", 8));
  EXPECT(INVAL, __wasi_fd_allocate(fd, 0, 0));
  EXPECT(FBIG, __wasi_fd_allocate(fd, INT64_MAX, 1));
  EXPECT(BADF, __wasi_fd_allocate(99, 0, 1));
  OK(open_at(CWD, "f", 0, READ, &fd));
  EXPECT(NOTCAPABLE, __wasi_fd_allocate(fd, 0, 100));
  EQUAL(size_of("f"), 8);
  return failures;
}
