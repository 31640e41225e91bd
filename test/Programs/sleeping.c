// Every way in which C waits: none is early, and each says what it should.
// RUN: %run_all %s --stdin %s

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

static int64_t now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000ll + time.tv_nsec;
}

static int64_t start;

static void ended(const char *name, int64_t least) {
  int64_t took = now(CLOCK_MONOTONIC) - start;
  printf("%s: %s\n", name, took >= least ? "waited" : "early");
  start = now(CLOCK_MONOTONIC);
}

static void sleepUntil(clockid_t clock, int64_t from, int64_t time) {
  int64_t until = from + time;
  struct timespec at = {until / 1000000000, until % 1000000000};
  int error = clock_nanosleep(clock, TIMER_ABSTIME, &at, NULL);
  printf("until: %d %s\n", error, now(clock) >= until ? "waited" : "early");
}

static void files(void) {
  struct pollfd list[3] = {{0, POLLIN, 0}, {1, POLLOUT, 0}, {77, POLLIN, 0}};
  int count = poll(list, 2, -1);
  printf("poll: %d, input %d, output %d\n", count,
         list[0].revents == POLLIN, list[1].revents == POLLOUT);
  count = poll(list, 3, 1000000);
  printf("poll: %d, not open %d\n", count, list[2].revents == POLLNVAL);
  fd_set in;
  FD_ZERO(&in);
  FD_SET(0, &in);
  count = select(1, &in, NULL, NULL, NULL);
  printf("select: %d, input %d\n", count, FD_ISSET(0, &in) != 0);
}

int main(void) {
  enum { MS = 1000000 };
  start = now(CLOCK_MONOTONIC);
  printf("sleep %u\n", sleep(1));
  ended("sleep", 1000 * MS);
  usleep(1500);
  ended("usleep", 1500000);
  nanosleep(&(struct timespec){0, 1999999}, NULL);
  ended("nanosleep", 1999999);
  clock_nanosleep(CLOCK_MONOTONIC, 0, &(struct timespec){0, 3 * MS}, NULL);
  ended("clock_nanosleep", 3 * MS);
  sleepUntil(CLOCK_MONOTONIC, now(CLOCK_MONOTONIC), 20 * MS);
  sleepUntil(CLOCK_REALTIME, now(CLOCK_REALTIME), 20 * MS);
  sleepUntil(CLOCK_REALTIME, 0, 1);
  start = now(CLOCK_MONOTONIC);
  printf("%d\n", poll(NULL, 0, 30));
  ended("poll", 30 * MS);
  printf("%d\n", select(0, NULL, NULL, NULL, &(struct timeval){0, 40000}));
  ended("select", 40 * MS);
  files();
  return 0;
}

// CHECK: sleep 0
// CHECK-NEXT: sleep: waited
// CHECK-NEXT: usleep: waited
// CHECK-NEXT: nanosleep: waited
// CHECK-NEXT: clock_nanosleep: waited
// CHECK-NEXT: until: 0 waited
// CHECK-NEXT: until: 0 waited
// CHECK-NEXT: until: 0 waited
// CHECK-NEXT: 0
// CHECK-NEXT: poll: waited
// CHECK-NEXT: 0
// CHECK-NEXT: select: waited
// CHECK-NEXT: poll: 2, input 1, output 1
// CHECK-NEXT: poll: 3, not open 1
// CHECK-NEXT: select: 1, input 1
