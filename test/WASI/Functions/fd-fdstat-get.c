// fd_fdstat_get tells type, flags and rights.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fdstat_t stat;
  __wasi_fd_t fd;
  OK(__wasi_fd_fdstat_get(CWD, &stat));
  EQUAL(stat.fs_filetype, __WASI_FILETYPE_DIRECTORY);
  HOLDS(stat.fs_rights_base & __WASI_RIGHTS_PATH_OPEN);
  HOLDS(!(stat.fs_rights_base & READ) && (stat.fs_rights_inheriting & READ));
  make_file("f", "");
  OK(__wasi_path_open(CWD, 0, "f", 0, READ | WRITE, WRITE,
                      __WASI_FDFLAGS_APPEND, &fd));
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_filetype, __WASI_FILETYPE_REGULAR_FILE);
  EQUAL(stat.fs_flags, __WASI_FDFLAGS_APPEND);
  EQUAL(stat.fs_rights_base, READ | WRITE);
  EQUAL(stat.fs_rights_inheriting, WRITE);
  EXPECT(BADF, __wasi_fd_fdstat_get(99, &stat));
  return failures;
}
