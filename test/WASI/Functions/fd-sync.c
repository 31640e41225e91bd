// fd_sync stores what was written; it needs its right.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd = open_file("f", "text", FILE_RIGHTS);
  OK(write_text(fd, "longer text"));
  OK(__wasi_fd_sync(fd));
  HOLDS(file_is(CWD, "f", "longer text"));
  OK(__wasi_fd_fdstat_set_rights(fd, FILE_RIGHTS & ~__WASI_RIGHTS_FD_SYNC, 0));
  EXPECT(NOTCAPABLE, __wasi_fd_sync(fd));
  EXPECT(BADF, __wasi_fd_sync(99));
  return failures;
}
