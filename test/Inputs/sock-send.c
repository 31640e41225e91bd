// sock_send on standard input, which is a connection (on_socket.py).

#include "wasi_check.h"

int main(void) {
  __wasi_ciovec_t out[2] = {{(const uint8_t *)"hello", 5},
                            {(const uint8_t *)" you", 4}};
  __wasi_size_t done = 0;
  // A connection is reset if it is closed with bytes that nobody read.
  char text[8];
  __wasi_iovec_t in = {(uint8_t *)text, sizeof text};
  do
    OK(__wasi_fd_read(0, &in, 1, &done));
  while (done);
  OK(__wasi_sock_send(0, out, 2, 0, &done));
  EQUAL(done, 9);
  EXPECT(INVAL, __wasi_sock_send(0, out, 2, 1, &done));
  EXPECT(NOTSOCK, __wasi_sock_send(1, out, 2, 0, &done));
  EXPECT(BADF, __wasi_sock_send(99, out, 2, 0, &done));
  OK(__wasi_fd_fdstat_set_rights(0, READ, 0));
  EXPECT(BADF, __wasi_sock_send(0, out, 2, 0, &done));
  return failures;
}
