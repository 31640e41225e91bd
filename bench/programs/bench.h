// What every program of the bench shares: how long it runs, the numbers it
// works on, and the checksum it prints, by which runners are compared. Only
// integers of fixed width and doubles made by IEEE operations go into the
// checksum, so that it is the same everywhere.
#ifndef BENCH_H
#define BENCH_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t checksum = 0x9e3779b97f4a7c15u;
static uint32_t randomState = 2463534242u;

static inline void mix(uint64_t value) {
  checksum = (checksum ^ value) * 0xff51afd7ed558ccdu;
  checksum ^= checksum >> 32;
}

static inline void mixDouble(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  mix(bits);
}

static inline void mixDoubles(const double *values, int count) {
  for (int i = 0; i < count; ++i)
    mixDouble(values[i]);
}

static inline void mixBytes(const void *bytes, size_t size) {
  for (size_t i = 0; i < size; ++i)
    mix(((const unsigned char *)bytes)[i]);
}

static inline uint32_t randomWord(void) {
  randomState ^= randomState << 13;
  randomState ^= randomState >> 17;
  randomState ^= randomState << 5;
  return randomState;
}

/// Uniform in [0, 1).
static inline double randomDouble(void) { return randomWord() * 0x1p-32; }

/// How often to repeat the work: the program's only argument, or `usual`, which
/// takes about a third of a second when compiled for the host.
static inline int rounds(int argc, char **argv, int usual) {
  return argc > 1 ? atoi(argv[1]) : usual;
}

/// Memory that is there, or the program ends.
static inline void *allocate(size_t size) {
  void *memory = malloc(size);
  if (!memory)
    exit(3);
  return memory;
}

static inline int finish(void) {
  printf("%016llx\n", (unsigned long long)checksum);
  return 0;
}

#endif
