// sock_accept on descriptor 3, for connect_twice.py.

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t first = 99, second = 99;
  __wasi_fdstat_t stat;
  EXPECT(INVAL, __wasi_sock_accept(3, __WASI_FDFLAGS_APPEND, &first));
  EXPECT(NOTSOCK, __wasi_sock_accept(1, 0, &first));
  EXPECT(BADF, __wasi_sock_accept(99, 0, &first));
  EQUAL(first, 99);
  OK(__wasi_sock_accept(3, 0, &first));
  EQUAL(first, 4);
  OK(__wasi_sock_accept(3, __WASI_FDFLAGS_NONBLOCK, &second));
  EQUAL(second, 5);
  OK(__wasi_fd_fdstat_get(second, &stat));
  EQUAL(stat.fs_flags, __WASI_FDFLAGS_NONBLOCK);
  OK(write_text(first, "first"));
  OK(write_text(second, "second"));
  EXPECT(NOTCAPABLE, __wasi_sock_accept(first, 0, &second));
  OK(__wasi_fd_fdstat_set_rights(3, 0, 0));
  EXPECT(NOTCAPABLE, __wasi_sock_accept(3, 0, &second));
  return failures;
}
