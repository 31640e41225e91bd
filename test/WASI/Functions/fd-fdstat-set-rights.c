// fd_fdstat_set_rights takes rights away for good.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fdstat_t stat;
  __wasi_fd_t fd = open_file("f", "text", READ | WRITE | __WASI_RIGHTS_FD_SEEK);
  EXPECT(NOTCAPABLE, __wasi_fd_fdstat_set_rights(fd, ALL_RIGHTS, 0));
  OK(__wasi_fd_fdstat_set_rights(fd, READ, 0));
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_rights_base, READ);
  EQUAL(stat.fs_rights_inheriting, 0);
  EXPECT(BADF, write_text(fd, "x"));
  EXPECT(NOTCAPABLE, __wasi_fd_fdstat_set_rights(fd, READ | WRITE, 0));
  EXPECT(NOTCAPABLE, __wasi_fd_fdstat_set_rights(fd, READ, READ));
  EXPECT(BADF, __wasi_fd_fdstat_set_rights(99, 0, 0));
  HOLDS(file_is(CWD, "f", "text"));
  return failures;
}
