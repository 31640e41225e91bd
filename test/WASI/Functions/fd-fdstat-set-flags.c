// fd_fdstat_set_flags changes append and nonblock, and no other flag.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fdstat_t stat;
  __wasi_filesize_t at;
  __wasi_fd_t fd = open_file("f", "text", FILE_RIGHTS);
  OK(__wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_APPEND));
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_flags, __WASI_FDFLAGS_APPEND);
  OK(write_text(fd, "+"));
  OK(__wasi_fd_seek(fd, 0, __WASI_WHENCE_SET, &at));
  OK(write_text(fd, "+"));
  HOLDS(file_is(CWD, "f", "text++"));
  OK(__wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_NONBLOCK));
  OK(__wasi_fd_seek(fd, 0, __WASI_WHENCE_SET, &at));
  OK(write_text(fd, "T"));
  HOLDS(file_is(CWD, "f", "Text++"));
  EXPECT(NOTSUP, __wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_DSYNC));
  EXPECT(INVAL, __wasi_fd_fdstat_set_flags(fd, 32));
  EXPECT(BADF, __wasi_fd_fdstat_set_flags(99, 0));
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_flags, __WASI_FDFLAGS_NONBLOCK);
  return failures;
}
