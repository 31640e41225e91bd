// Copies standard input to standard output, some bytes at a time, and says how
// many there were.

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  static char buffer[70000];
  long long total = 0;
  for (;;) {
    ssize_t got = read(0, buffer, sizeof buffer);
    if (got < 0) {
      fprintf(stderr, "read: %s\n", strerror(errno));
      return 1;
    }
    if (got == 0)
      break;
    total += got;
    for (ssize_t at = 0; at != got;) {
      ssize_t put = write(1, buffer + at, got - at);
      if (put < 0) {
        fprintf(stderr, "write: %s\n", strerror(errno));
        return 2;
      }
      at += put;
    }
  }
  fprintf(stderr, "%lld bytes\n", total);
  return 0;
}
