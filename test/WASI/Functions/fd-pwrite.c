// fd_pwrite writes at an offset and does not move the position.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_ciovec_t out[2] = {{(const uint8_t *)"ab", 2},
                            {(const uint8_t *)"c", 1}};
  __wasi_filesize_t at;
  __wasi_size_t done;
  __wasi_fd_t fd = open_file("f", "0123456789", FILE_RIGHTS);
  OK(__wasi_fd_pwrite(fd, out, 2, 3, &done));
  EQUAL(done, 3);
  HOLDS(file_is(CWD, "f", "012abc6789"));
  OK(__wasi_fd_pwrite(fd, out, 2, 10, &done));
  HOLDS(file_is(CWD, "f", "012abc6789abc"));
  OK(__wasi_fd_tell(fd, &at));
  EQUAL(at, 0);
  EXPECT(INVAL, __wasi_fd_pwrite(fd, out, 2, 1ull << 63, &done));
  EXPECT(BADF, __wasi_fd_pwrite(99, out, 2, 0, &done));
  OK(open_at(CWD, "f", 0, READ | __WASI_RIGHTS_FD_SEEK, &fd));
  EXPECT(BADF, __wasi_fd_pwrite(fd, out, 2, 0, &done));
  HOLDS(file_is(CWD, "f", "012abc6789abc"));
  return failures;
}
