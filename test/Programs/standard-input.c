// Standard input reaches the program byte for byte, and to its end.
// RUN: %python -c "import sys; sys.stdout.buffer.write(bytes(i * i & 255 for i in range(300000)))" > %t.in
// RUN: %run_all %s --stdin %t.in --like-native
// RUN: %run_all %s --like-native

#include <stdio.h>

int main(void) {
  unsigned counts[256] = {0}, total = 0, hash = 0;
  for (int c; (c = getchar()) != EOF; ++total) {
    ++counts[c];
    hash = hash * 16777619u + c;
  }
  printf("%u bytes, %u newlines, %u carriage returns, hash %08x\n", total,
         counts['\n'], counts['\r'], hash);
  return 0;
}
