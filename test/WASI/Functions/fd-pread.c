// fd_pread reads at an offset and does not move the position.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  uint8_t text[8];
  __wasi_iovec_t in[2] = {{text, 2}, {text + 2, 3}};
  __wasi_filesize_t at;
  __wasi_size_t done;
  __wasi_fd_t fd = open_file("f", "0123456789", FILE_RIGHTS);
  OK(__wasi_fd_seek(fd, 1, __WASI_WHENCE_SET, &at));
  OK(__wasi_fd_pread(fd, in, 2, 4, &done));
  EQUAL(done, 5);
  HOLDS(!memcmp(text, "45678", 5));
  OK(__wasi_fd_pread(fd, in, 2, 8, &done));
  EQUAL(done, 2);
  OK(__wasi_fd_pread(fd, in, 2, 100, &done));
  EQUAL(done, 0);
  OK(__wasi_fd_tell(fd, &at));
  EQUAL(at, 1);
  EXPECT(INVAL, __wasi_fd_pread(fd, in, 2, 1ull << 63, &done));
  EXPECT(BADF, __wasi_fd_pread(99, in, 2, 0, &done));
  EXPECT(ISDIR, __wasi_fd_pread(CWD, in, 2, 0, &done));
  return failures;
}
