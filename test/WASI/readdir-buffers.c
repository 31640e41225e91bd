// A buffer of any size is filled to its end, in the middle of an entry too; a
// thousand names come through a small one, each once.
// RUN: %run_wasi %s

#include "wasi_check.h"

enum { COUNT = 1000 };

static void small_buffers(void) {
  uint8_t whole[64], buffer[65];
  __wasi_size_t used;
  OK(__wasi_fd_readdir(CWD, whole, sizeof whole, 0, &used));
  EQUAL(used, 64);
  for (unsigned size = 0; size <= 60; ++size) {
    memset(buffer, '#', sizeof buffer);
    OK(__wasi_fd_readdir(CWD, buffer, size, 0, &used));
    EQUAL(used, size);
    HOLDS(!memcmp(buffer, whole, size));
    EQUAL(buffer[size], '#');
  }
}

int main(void) {
  static uint8_t seen[COUNT];
  uint8_t buffer[256];
  __wasi_size_t used;
  char name[32];
  for (int i = 0; i != COUNT; ++i) {
    sprintf(name, "file-with-a-long-name-%d", i);
    OK(try_open(CWD, name, CREAT, WRITE));
  }
  small_buffers();
  uint64_t cookie = 0;
  int entries = 0;
  do {
    OK(__wasi_fd_readdir(CWD, buffer, sizeof buffer, cookie, &used));
    for (__wasi_size_t at = 0; at + 24 <= used;) {
      __wasi_dirent_t head;
      memcpy(&head, buffer + at, 24);
      if (at + 24 + head.d_namlen > used)
        break;
      memcpy(name, buffer + at + 24, head.d_namlen);
      name[head.d_namlen] = 0;
      int number;
      if (sscanf(name, "file-with-a-long-name-%d", &number) == 1)
        ++seen[number];
      cookie = head.d_next;
      at += 24 + head.d_namlen;
      ++entries;
    }
  } while (used == sizeof buffer && entries < 3 * COUNT);
  EQUAL(entries, COUNT + 2);
  for (int i = 0; i != COUNT; ++i)
    EQUAL(seen[i], 1);
  return failures;
}
