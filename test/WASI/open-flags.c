// What O_CREAT, O_EXCL, O_TRUNC and O_DIRECTORY do and refuse.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd;
  __wasi_fdstat_t stat;
  OK(__wasi_path_create_directory(CWD, "d"));
  EXPECT(NOENT, try_open(CWD, "f", 0, READ));
  EXPECT(NOENT, try_open(CWD, "f", TRUNC, WRITE));
  EXPECT(NOENT, try_open(CWD, "f", DIRECTORY, READ));
  EXPECT(NOENT, try_open(CWD, "no/f", CREAT, WRITE));
  OK(try_open(CWD, "f", CREAT | EXCL, WRITE));
  EXPECT(EXIST, try_open(CWD, "f", CREAT | EXCL, WRITE));
  EXPECT(EXIST, try_open(CWD, "d", CREAT | EXCL, READ));
  make_file("f", "text");
  OK(try_open(CWD, "f", CREAT, WRITE));
  HOLDS(file_is(CWD, "f", "text"));
  OK(try_open(CWD, "f", TRUNC, 0));
  HOLDS(file_is(CWD, "f", ""));
  EXPECT(NOTDIR, try_open(CWD, "f", DIRECTORY, READ));
  OK(try_open(CWD, "d", DIRECTORY, READ));
  OK(try_open(CWD, "d", 0, READ));
  EXPECT(ISDIR, try_open(CWD, "d", 0, WRITE));
  EXPECT(ISDIR, try_open(CWD, "d", DIRECTORY, READ | WRITE));
  EXPECT(ISDIR, try_open(CWD, "d", CREAT, READ));
  EXPECT(ISDIR, try_open(CWD, "d", TRUNC, WRITE));
  EXPECT(INVAL, try_open(CWD, "new", CREAT | DIRECTORY, READ));
  EXPECT(INVAL, try_open(CWD, "f", 16, READ));
  EXPECT(INVAL, __wasi_path_open(CWD, 2, "f", 0, READ, 0, 0, &fd));
  EXPECT(INVAL, __wasi_path_open(CWD, 0, "f", 0, READ, 0, 32, &fd));
  // Appending, from the start or later.
  make_file("f", "12");
  OK(__wasi_path_open(CWD, 0, "f", 0, FILE_RIGHTS, 0, __WASI_FDFLAGS_APPEND,
                      &fd));
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_flags, __WASI_FDFLAGS_APPEND);
  OK(write_text(fd, "34"));
  OK(__wasi_fd_seek(fd, 0, __WASI_WHENCE_SET, &(__wasi_filesize_t){0}));
  OK(write_text(fd, "56"));
  HOLDS(file_is(CWD, "f", "123456"));
  OK(__wasi_fd_fdstat_set_flags(fd, 0));
  OK(__wasi_fd_seek(fd, 0, __WASI_WHENCE_SET, &(__wasi_filesize_t){0}));
  OK(write_text(fd, "ab"));
  OK(__wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_APPEND));
  OK(write_text(fd, "7"));
  HOLDS(file_is(CWD, "f", "ab34567"));
  EXPECT(INVAL, __wasi_fd_fdstat_set_flags(fd, 32));
  EXPECT(NOTSUP, __wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_SYNC));
  return failures;
}
