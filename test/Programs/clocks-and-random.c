// Clocks run forward, sleeping takes time, random numbers differ.
// RUN: %run_all %s
// CHECK: realtime is after 2020
// CHECK-NEXT: monotonic does not go back
// CHECK-NEXT: slept
// CHECK-NEXT: random

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static long long now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(void) {
  if (time(NULL) > 1577836800)
    puts("realtime is after 2020");
  long long last = now(CLOCK_MONOTONIC);
  for (int i = 0; i < 10000; ++i) {
    long long next = now(CLOCK_MONOTONIC);
    if (next < last)
      puts("monotonic goes back");
    last = next;
  }
  puts("monotonic does not go back");
  struct timespec pause = {0, 30000000};
  nanosleep(&pause, NULL);
  long long slept = now(CLOCK_MONOTONIC) - last;
  printf(slept >= 30000000 ? "slept\n" : "slept only %lld ns\n", slept);
  unsigned char a[32] = {0}, b[32] = {0};
  getentropy(a, sizeof a);
  getentropy(b, sizeof b);
  puts(memcmp(a, b, sizeof a) ? "random" : "not random");
  return 0;
}
