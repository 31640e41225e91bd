// Opens d/f 100,000 times and tells by its first byte which file it was; also
// creates d/new each time.

#include "wasi_check.h"

int main(void) {
  int inside = 0, refused = 0, outside = 0;
  for (int i = 0; i != 100000; ++i) {
    uint8_t byte = 0;
    __wasi_iovec_t in = {&byte, 1};
    __wasi_size_t size;
    __wasi_fd_t fd;
    if (open_at(CWD, "d/f", 0, READ, &fd)) {
      ++refused;
    } else {
      __wasi_fd_read(fd, &in, 1, &size);
      __wasi_fd_close(fd);
      byte == 'i' ? ++inside : ++outside;
    }
    if (!open_at(CWD, "d/new", CREAT, WRITE, &fd))
      __wasi_fd_close(fd);
  }
  printf("inside %d, refused %d, outside %d", inside, refused, outside);
  return 0;
}
