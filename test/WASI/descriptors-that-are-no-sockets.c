// What is no socket is said to be none.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  uint8_t byte;
  __wasi_fd_t fd;
  __wasi_size_t size;
  __wasi_roflags_t flags;
  __wasi_iovec_t in = {&byte, 1};
  __wasi_ciovec_t out = {&byte, 1};
  make_file("f", "text");
  OK(open_at(CWD, "f", 0, FILE_RIGHTS, &fd));
  EXPECT(NOTSOCK, __wasi_sock_recv(fd, &in, 1, 0, &size, &flags));
  EXPECT(NOTSOCK, __wasi_sock_send(fd, &out, 1, 0, &size));
  EXPECT(NOTSOCK, __wasi_sock_shutdown(fd, 3));
  EXPECT(NOTSOCK, __wasi_sock_accept(fd, 0, &fd));
  EXPECT(BADF, __wasi_sock_recv(99, &in, 1, 0, &size, &flags));
  EXPECT(BADF, __wasi_sock_send(99, &out, 1, 0, &size));
  EXPECT(BADF, __wasi_sock_shutdown(99, 3));
  EXPECT(BADF, __wasi_sock_accept(99, 0, &fd));
  OK(__wasi_sched_yield());
  HOLDS(file_is(CWD, "f", "text"));
  return failures;
}
