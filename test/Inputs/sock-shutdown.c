// sock_shutdown on standard input, which is a connection (on_socket.py).

#include "wasi_check.h"

int main(void) {
  __wasi_ciovec_t out = {(const uint8_t *)"x", 1};
  __wasi_size_t done;
  // A connection is reset if it is closed with bytes that nobody read.
  char text[8];
  __wasi_iovec_t in = {(uint8_t *)text, sizeof text};
  do
    OK(__wasi_fd_read(0, &in, 1, &done));
  while (done);
  EXPECT(INVAL, __wasi_sock_shutdown(0, 0));
  EXPECT(INVAL, __wasi_sock_shutdown(0, 4));
  OK(__wasi_sock_send(0, &out, 1, 0, &done));
  OK(__wasi_sock_shutdown(0, __WASI_SDFLAGS_WR));
  EXPECT(PIPE, __wasi_sock_send(0, &out, 1, 0, &done));
  OK(__wasi_sock_shutdown(0, __WASI_SDFLAGS_RD));
  EXPECT(NOTSOCK, __wasi_sock_shutdown(1, 1));
  EXPECT(BADF, __wasi_sock_shutdown(99, 1));
  OK(__wasi_fd_fdstat_set_rights(0, READ, 0));
  EXPECT(NOTCAPABLE, __wasi_sock_shutdown(0, __WASI_SDFLAGS_WR));
  return failures;
}
