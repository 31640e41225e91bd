// The position of a file: seeking, telling, and what pread and pwrite leave
// alone.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd;
  __wasi_filesize_t at = 99;
  __wasi_size_t size;
  char text[8];
  __wasi_iovec_t in = {(uint8_t *)text, 3};
  __wasi_ciovec_t out = {(const uint8_t *)"XY", 2};
  make_file("f", "0123456789");
  OK(open_at(CWD, "f", 0, FILE_RIGHTS, &fd));
  OK(__wasi_fd_seek(fd, 4, __WASI_WHENCE_SET, &at));
  EQUAL(at, 4);
  OK(__wasi_fd_seek(fd, -1, __WASI_WHENCE_CUR, &at));
  EQUAL(at, 3);
  OK(__wasi_fd_seek(fd, -2, __WASI_WHENCE_END, &at));
  EQUAL(at, 8);
  OK(__wasi_fd_pread(fd, &in, 1, 5, &size));
  EQUAL(size, 3);
  HOLDS(!memcmp(text, "567", 3));
  OK(__wasi_fd_pwrite(fd, &out, 1, 1, &size));
  EQUAL(size, 2);
  OK(__wasi_fd_tell(fd, &at));
  EQUAL(at, 8);
  OK(__wasi_fd_pread(fd, &in, 1, 9, &size));
  EQUAL(size, 1);
  OK(__wasi_fd_pread(fd, &in, 1, 10, &size));
  EQUAL(size, 0);
  // Positions that no file has.
  EXPECT(INVAL, __wasi_fd_seek(fd, -1, __WASI_WHENCE_SET, &at));
  EXPECT(INVAL, __wasi_fd_seek(fd, -11, __WASI_WHENCE_END, &at));
  EXPECT(INVAL, __wasi_fd_seek(fd, INT64_MIN, __WASI_WHENCE_CUR, &at));
  EXPECT(INVAL, __wasi_fd_seek(fd, 0, 3, &at));
  EXPECT(INVAL, __wasi_fd_pread(fd, &in, 1, 1ull << 63, &size));
  EXPECT(INVAL, __wasi_fd_pread(fd, &in, 1, ~0ull, &size));
  EXPECT(INVAL, __wasi_fd_pwrite(fd, &out, 1, 1ull << 63, &size));
  EXPECT(INVAL, __wasi_fd_pwrite(fd, &out, 1, ~0ull, &size));
  OK(__wasi_fd_tell(fd, &at));
  EQUAL(at, 8);
  // After the end: nothing to read, and writing leaves zeros between.
  OK(__wasi_fd_seek(fd, 5, __WASI_WHENCE_END, &at));
  EQUAL(at, 15);
  OK(__wasi_fd_read(fd, &in, 1, &size));
  EQUAL(size, 0);
  OK(write_text(fd, "!"));
  OK(__wasi_fd_seek(fd, 12, __WASI_WHENCE_SET, &at));
  OK(__wasi_fd_read(fd, &in, 1, &size));
  HOLDS(size == 3 && !memcmp(text, "\0\0\0", 3));
  HOLDS(!file_is(CWD, "f", "0XY3456789"));
  return failures;
}
