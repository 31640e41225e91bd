// Making files longer and shorter, also beyond 4 GiB, where they have holes.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd;
  __wasi_filestat_t stat;
  __wasi_size_t size;
  char text[8] = "#######";
  __wasi_iovec_t in = {(uint8_t *)text, 4};
  make_file("f", "0123456789");
  OK(open_at(CWD, "f", 0, FILE_RIGHTS, &fd));
  OK(__wasi_fd_filestat_set_size(fd, 3));
  OK(__wasi_fd_filestat_set_size(fd, 5));
  OK(__wasi_fd_read(fd, &in, 1, &size));
  HOLDS(!memcmp(text, "012\0", 4));
  EXPECT(INVAL, __wasi_fd_filestat_set_size(fd, 1ull << 63));
  EXPECT(INVAL, __wasi_fd_filestat_set_size(fd, ~0ull));
  OK(__wasi_fd_allocate(fd, 2, 10));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.size, 12);
  OK(__wasi_fd_allocate(fd, 0, 1));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.size, 12);
  EXPECT(INVAL, __wasi_fd_allocate(fd, 0, 0));
  EXPECT(FBIG, __wasi_fd_allocate(fd, 1ull << 63, 1));
  EXPECT(FBIG, __wasi_fd_allocate(fd, INT64_MAX, 1));
  EXPECT(FBIG, __wasi_fd_allocate(fd, 1, ~0ull));
  OK(__wasi_fd_advise(fd, 0, 0, __WASI_ADVICE_NOREUSE));
  EXPECT(INVAL, __wasi_fd_advise(fd, 0, 0, 6));
  EXPECT(INVAL, __wasi_fd_advise(fd, 1ull << 63, 0, 0));
  // A hole of 5 GiB takes no room and no time.
  const uint64_t far = 5ull << 30;
  __wasi_ciovec_t out = {(const uint8_t *)"end", 3};
  OK(__wasi_fd_pwrite(fd, &out, 1, far, &size));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.size, far + 3);
  OK(__wasi_fd_pread(fd, &in, 1, far - 1, &size));
  HOLDS(size == 4 && !memcmp(text, "\0end", 4));
  __wasi_filesize_t at;
  OK(__wasi_fd_seek(fd, -3, __WASI_WHENCE_END, &at));
  EQUAL(at, far);
  OK(__wasi_fd_filestat_set_size(fd, 0));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.size, 0);
  return failures;
}
