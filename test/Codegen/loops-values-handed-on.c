// After a re-rolled loop each variable has its own value of the last iterations,
// although in the loop one hands it on to the next.
// RUN: %run_all %s --like-native --no-check --levels 0,2,3 --clang -O2
#include <stdint.h>
#include <stdio.h>

__attribute__((noinline)) void
handOn(float *restrict to, const float *restrict from, float *c, int count) {
#pragma clang loop unroll_count(2)
  for (int i = 0; i != count; ++i) {
    to[i + 2] =
        (to[i - 1] - (from[i] + to[i])) * (to[i] + (to[i + 1] - from[i]));
    to[i + 2] += 5 * c[i] + c[i - 1];
  }
}

int main(void) {
  float to[16], from[16], c[16];
  for (int count = 1; count < 9; ++count) {
    for (int i = 0; i < 16; ++i) {
      to[i] = i * 0.5f;
      from[i] = 3 - i * 0.25f;
      c[i] = i * i * 0.125f;
    }
    handOn(to + 1, from, c + 1, count);
    for (int i = 0; i < 16; ++i)
      printf(" %a", to[i]);
    puts("");
  }
}
