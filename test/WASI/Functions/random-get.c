// random_get fills exactly what it was given, differently each time.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  const size_t size = 64 << 20;
  uint8_t *big = malloc(size + 1);
  uint8_t first[32] = {0}, second[32] = {0};
  OK(__wasi_random_get(first, 0));
  EQUAL(first[0], 0);
  OK(__wasi_random_get(first, 31));
  EQUAL(first[31], 0);
  OK(__wasi_random_get(second, 31));
  HOLDS(memcmp(first, second, 31));
  memset(big, 0, size + 1);
  OK(__wasi_random_get(big, size));
  EQUAL(big[size], 0);
  // Each part was filled: some byte of each 64 is not zero.
  for (size_t at = 0; at != size; at += 64) {
    int any = 0;
    for (int i = 0; i != 64; ++i)
      any |= big[at + i];
    HOLDS(any);
  }
  unsigned counts[256] = {0};
  for (size_t i = 0; i != size; ++i)
    ++counts[big[i]];
  for (int i = 0; i != 256; ++i)
    HOLDS(counts[i] > size / 512 && counts[i] < size / 128);
  return failures;
}
