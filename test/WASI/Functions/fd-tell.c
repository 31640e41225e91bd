// fd_tell gives the position that reading and writing moved.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filesize_t at = 99;
  __wasi_fd_t fd = open_file("f", "", FILE_RIGHTS);
  OK(__wasi_fd_tell(fd, &at));
  EQUAL(at, 0);
  OK(write_text(fd, "12345"));
  OK(__wasi_fd_tell(fd, &at));
  EQUAL(at, 5);
  OK(__wasi_fd_fdstat_set_rights(fd, READ, 0));
  EXPECT(NOTCAPABLE, __wasi_fd_tell(fd, &at));
  EXPECT(BADF, __wasi_fd_tell(99, &at));
  return failures;
}
