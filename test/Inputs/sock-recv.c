// sock_recv on standard input, which is a connection (on_socket.py).

#include "wasi_check.h"

int main(void) {
  char text[8] = "";
  __wasi_iovec_t in[2] = {{(uint8_t *)text, 1}, {(uint8_t *)text + 1, 2}};
  __wasi_size_t done;
  __wasi_roflags_t flags = 9;
  OK(__wasi_sock_recv(0, in, 2, __WASI_RIFLAGS_RECV_PEEK, &done, &flags));
  HOLDS(done == 3 && flags == 0 && !strcmp(text, "abc"));
  OK(__wasi_sock_recv(0, in, 2, __WASI_RIFLAGS_RECV_WAITALL, &done, &flags));
  HOLDS(done == 3 && flags == 0 && !strcmp(text, "abc"));
  OK(__wasi_sock_recv(0, in, 2, 0, &done, &flags));
  HOLDS(done == 3 && !strcmp(text, "def"));
  OK(__wasi_sock_recv(0, in, 2, 0, &done, &flags));
  EQUAL(done, 0);
  EXPECT(INVAL, __wasi_sock_recv(0, in, 2, 4, &done, &flags));
  EXPECT(NOTSOCK, __wasi_sock_recv(1, in, 2, 0, &done, &flags));
  EXPECT(BADF, __wasi_sock_recv(99, in, 2, 0, &done, &flags));
  return failures;
}
