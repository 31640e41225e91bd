// 128-bit floating point is library code with 128-bit integers in it.
// REQUIRES: node
// RUN: %run_all %s --like-node --clang -lc-printscan-long-double

#include <math.h>
#include <stdint.h>
#include <stdio.h>

int main(void) {
  long double x = 1;
  for (int i = 1; i <= 40; ++i) {
    x = x * i / 3 + 0.1L;
    printf("%.30Lg %d\n", x, (int)(x - truncl(x) > 0.5L));
  }
  unsigned __int128 product = 1;
  for (int i = 1; i <= 60; ++i)
    product = product * (unsigned)(i * 2 + 1) + (product >> 61) / 7 % 1000003;
  printf("%016llx%016llx\n", (unsigned long long)(product >> 64),
         (unsigned long long)product);
  __int128 quotient = -(__int128)(product >> 3) / 1000000007;
  printf("%lld %lld\n", (long long)(quotient >> 64), (long long)quotient);
  return 0;
}
