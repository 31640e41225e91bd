// path_open creates, empties, refuses and finds, as its flags say.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd;
  EXPECT(NOENT, try_open(CWD, "f", 0, READ));
  OK(open_at(CWD, "f", CREAT | EXCL, READ | WRITE, &fd));
  EQUAL(fd, 5);
  OK(write_text(fd, "text"));
  EXPECT(EXIST, try_open(CWD, "f", CREAT | EXCL, READ));
  OK(try_open(CWD, "f", CREAT, READ));
  HOLDS(file_is(CWD, "f", "text"));
  EXPECT(NOTDIR, try_open(CWD, "f", DIRECTORY, READ));
  OK(try_open(CWD, "f", TRUNC, WRITE));
  HOLDS(file_is(CWD, "f", ""));
  OK(try_open(CWD, ".", DIRECTORY, __WASI_RIGHTS_FD_READDIR));
  EXPECT(INVAL, try_open(CWD, "d", CREAT | DIRECTORY, 0));
  EXPECT(INVAL, try_open(CWD, "f", 16, READ));
  EXPECT(NOTCAPABLE, try_open(CWD, "../secret", 0, READ));
  EXPECT(NOTCAPABLE, try_open(READ_ONLY, "f", 0, WRITE));
  EXPECT(NOTCAPABLE, try_open(READ_ONLY, "f", TRUNC, READ));
  EXPECT(NOTDIR, try_open(fd, "f", 0, READ));
  EXPECT(BADF, try_open(99, "f", 0, READ));
  return failures;
}
