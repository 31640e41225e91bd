// All 256 bytes pass through standard output unchanged, on Windows too.
// RUN: %run_all %s --like-native

#include <stdio.h>

int main(void) {
  for (int round = 0; round < 300; ++round)
    for (int c = 0; c < 256; ++c)
      putchar(c);
  fflush(stdout);
  fputs("only this goes to standard error\r\n", stderr);
  return 0;
}
