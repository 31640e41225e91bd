// How exactly a program waits: for each length the overshoot, as a table and as
// a histogram, and what it costs. A program of its own, so that one file can be
// taken to any machine:
//
//   clang --target=wasm32-wasi -O2 waits.c -o waits.wasm
//   wasmc waits.wasm -o waits.exe      then, on Windows: waits.exe
//
// Arguments: --seconds=N      for each length (default 2)
//            --count=N --ns=T only: N waits of 1 to T ns, how many were early
//            --rows           numbers for a program to read

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

enum { MOST = 20000, BUCKETS = 9 };

static const uint64_t lengths[] = {50000,   100000,   200000,   500000,
                                   1000000, 2000000,  5000000,  10000000,
                                   20000000, 50000000, 100000000};
enum { LENGTHS = sizeof lengths / sizeof *lengths };

// The histogram's upper bounds, in nanoseconds.
static const uint64_t bounds[BUCKETS] = {1000,    5000,    20000,
                                         50000,   100000,  500000,
                                         1000000, 5000000, UINT64_MAX};
static const char *const names[BUCKETS] = {"<1us",   "<5us",   "<20us",
                                           "<50us",  "<100us", "<500us",
                                           "<1ms",   "<5ms",   "more"};

struct Row {
  uint64_t length, early, cpu; // cpu: nanoseconds in all
  uint32_t count, buckets[BUCKETS];
  uint64_t median, p90, p99, max;
};

static struct Row rows[LENGTHS];
static uint64_t samples[MOST];

static uint64_t now(__wasi_clockid_t clock) {
  __wasi_timestamp_t time = 0;
  if (__wasi_clock_time_get(clock, 0, &time))
    return 0;
  return time;
}

static void wait_for(uint64_t nanoseconds) {
  __wasi_subscription_t subscription;
  __wasi_event_t event;
  __wasi_size_t count;
  memset(&subscription, 0, sizeof subscription);
  subscription.u.tag = __WASI_EVENTTYPE_CLOCK;
  subscription.u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
  subscription.u.u.clock.timeout = nanoseconds;
  if (__wasi_poll_oneoff(&subscription, &event, 1, &count) || count != 1) {
    puts("poll_oneoff failed");
    exit(1);
  }
}

static int compare(const void *left, const void *right) {
  uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
  return (a > b) - (a < b);
}

static void measure(struct Row *row, double seconds) {
  double count = seconds * 1e9 / (row->length + 50000);
  row->count = count < 20 ? 20 : count > MOST ? MOST : (uint32_t)count;
  uint64_t cpu = now(__WASI_CLOCKID_PROCESS_CPUTIME_ID);
  for (uint32_t i = 0; i != row->count; ++i) {
    uint64_t start = now(__WASI_CLOCKID_MONOTONIC);
    wait_for(row->length);
    uint64_t took = now(__WASI_CLOCKID_MONOTONIC) - start;
    row->early += took < row->length;
    samples[i] = took > row->length ? took - row->length : 0;
  }
  row->cpu = now(__WASI_CLOCKID_PROCESS_CPUTIME_ID) - cpu;
  qsort(samples, row->count, sizeof *samples, compare);
  row->median = samples[row->count / 2];
  row->p90 = samples[row->count * 9 / 10];
  row->p99 = samples[row->count * 99 / 100];
  row->max = samples[row->count - 1];
  for (uint32_t i = 0; i != row->count; ++i) {
    int bucket = 0;
    while (samples[i] >= bounds[bucket] && bucket != BUCKETS - 1)
      ++bucket;
    ++row->buckets[bucket];
  }
}

// Nanoseconds for a call that has nothing to wait for.
static double zero_cost(void) {
  enum { CALLS = 100000 };
  uint64_t best = UINT64_MAX;
  for (int round = 0; round != 5; ++round) {
    uint64_t start = now(__WASI_CLOCKID_MONOTONIC);
    for (int i = 0; i != CALLS; ++i)
      wait_for(0);
    uint64_t took = now(__WASI_CLOCKID_MONOTONIC) - start;
    best = took < best ? took : best;
  }
  return (double)best / CALLS;
}

static void print_tables(double zero) {
  puts("overshoot in microseconds; cpu: microseconds of processor a wait\n");
  puts("  wait us  waits  early     median        p90        p99        max"
       "      cpu");
  for (struct Row *row = rows; row != rows + LENGTHS; ++row)
    printf("%9.0f %6u %6llu %10.1f %10.1f %10.1f %10.1f %8.1f\n",
           row->length / 1e3, row->count, (unsigned long long)row->early,
           row->median / 1e3, row->p90 / 1e3, row->p99 / 1e3, row->max / 1e3,
           row->cpu / 1e3 / row->count);
  printf("\nof 100 waits, overshoot\n  wait us");
  for (int i = 0; i != BUCKETS; ++i)
    printf(" %7s", names[i]);
  for (struct Row *row = rows; row != rows + LENGTHS; ++row) {
    printf("\n%9.0f", row->length / 1e3);
    for (int i = 0; i != BUCKETS; ++i)
      printf(" %7.1f", 100.0 * row->buckets[i] / row->count);
  }
  printf("\n\na call with nothing to wait for: %.0f ns\n", zero);
}

static void print_rows(double zero) {
  for (struct Row *row = rows; row != rows + LENGTHS; ++row)
    printf("row %llu %u %llu %llu %llu %llu %llu %llu\n",
           (unsigned long long)row->length, row->count,
           (unsigned long long)row->early, (unsigned long long)row->median,
           (unsigned long long)row->p90, (unsigned long long)row->p99,
           (unsigned long long)row->max,
           (unsigned long long)(row->cpu / row->count));
  printf("zero %.0f\n", zero);
}

static int count_early(uint64_t count, uint64_t longest) {
  uint64_t early = 0;
  for (uint64_t i = 0; i != count; ++i) {
    uint64_t length = 1 + i * 7919 % longest; // a prime: all lengths in turn
    uint64_t start = now(__WASI_CLOCKID_MONOTONIC);
    wait_for(length);
    early += now(__WASI_CLOCKID_MONOTONIC) - start < length;
  }
  printf("%llu waits of 1 to %llu ns, early: %llu\n", (unsigned long long)count,
         (unsigned long long)longest, (unsigned long long)early);
  return early != 0;
}

int main(int argc, char **argv) {
  double seconds = 2;
  uint64_t count = 0, length = 1000;
  int as_rows = 0;
  for (int i = 1; i < argc; ++i) {
    if (!strncmp(argv[i], "--seconds=", 10))
      seconds = atof(argv[i] + 10);
    else if (!strncmp(argv[i], "--count=", 8))
      count = strtoull(argv[i] + 8, NULL, 10);
    else if (!strncmp(argv[i], "--ns=", 5))
      length = strtoull(argv[i] + 5, NULL, 10);
    else if (!strcmp(argv[i], "--rows"))
      as_rows = 1;
    else
      return puts("waits: unknown argument"), 2;
  }
  if (count)
    return count_early(count, length);
  if (!as_rows)
    printf("measuring for about %.0f s\n\n", seconds * LENGTHS);
  fflush(stdout);
  for (int i = 0; i != LENGTHS; ++i) {
    rows[i].length = lengths[i];
    measure(&rows[i], seconds);
  }
  (as_rows ? print_rows : print_tables)(zero_cost());
  return 0;
}
