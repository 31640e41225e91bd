// Vectors of buffers: thousands, empty ones that point anywhere, unaligned
// ones, and results that lie in them.
// RUN: %run_wasi %s

#include "wasi_check.h"

enum { COUNT = 10000 };
static uint32_t vectors[2 * COUNT + 1];
static uint8_t bytes[COUNT];

int main(void) {
  __wasi_fd_t fd;
  __wasi_filesize_t at;
  uint32_t done = 0;
  OK(open_at(CWD, "f", CREAT, FILE_RIGHTS, &fd));
  for (int i = 0; i != COUNT; ++i) {
    bytes[i] = i * 7;
    vectors[2 * i] = ADDRESS(bytes + i);
    vectors[2 * i + 1] = 1;
  }
  EQUAL(raw_fd_write(fd, ADDRESS(vectors), COUNT, ADDRESS(&done)), 0);
  EQUAL(done, COUNT);
  memset(bytes, 0, sizeof bytes);
  OK(__wasi_fd_seek(fd, 0, __WASI_WHENCE_SET, &at));
  EQUAL(raw_fd_read(fd, ADDRESS(vectors), COUNT, ADDRESS(&done)), 0);
  EQUAL(done, COUNT);
  for (int i = 0; i != COUNT; ++i)
    EQUAL(bytes[i], (uint8_t)(i * 7));
  EQUAL(raw_fd_read(fd, ADDRESS(vectors), COUNT, ADDRESS(&done)), 0);
  EQUAL(done, 0);
  // Nothing is touched through an empty buffer.
  uint32_t empty[6] = {0xffffffff, 0, ADDRESS("xy"), 2, memory_end(), 0};
  EQUAL(raw_fd_write(fd, ADDRESS(empty), 3, ADDRESS(&done)), 0);
  EQUAL(done, 2);
  EQUAL(raw_fd_write(fd, 0xffffffff, 0, ADDRESS(&done)), 0);
  EQUAL(done, 0);
  // Unaligned, with the result on top of the vector and the buffer.
  uint8_t *odd = (uint8_t *)vectors + 1;
  uint32_t vector[2] = {ADDRESS(odd), 8};
  memcpy(odd, vector, 8);
  EQUAL(raw_fd_write(fd, ADDRESS(odd), 1, ADDRESS(odd)), 0);
  memcpy(&done, odd, 4);
  EQUAL(done, 8);
  // Two buffers in the same place: the later bytes stay.
  OK(__wasi_fd_seek(fd, 0, __WASI_WHENCE_SET, &at));
  uint32_t same[4] = {ADDRESS(bytes), 3, ADDRESS(bytes), 3};
  EQUAL(raw_fd_read(fd, ADDRESS(same), 2, ADDRESS(&done)), 0);
  EQUAL(done, 6);
  EQUAL(bytes[0], 21);
  // Lengths whose sum needs more than 32 bits: no address is wrong.
  for (int i = 0; i != 2000; ++i) {
    vectors[2 * i] = 0;
    vectors[2 * i + 1] = memory_end();
  }
  OK(__wasi_fd_seek(fd, 1 << 20, __WASI_WHENCE_SET, &at)); // after the end
  EQUAL(raw_fd_read(fd, ADDRESS(vectors), 2000, ADDRESS(&done)), 0);
  EQUAL(done, 0);
  return failures;
}
