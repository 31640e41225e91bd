// FILETIME, in units of 100 ns since 1601.

#include "io.h"

static constexpr int64_t unixEpoch = 116444736000000000; // 1970

uint64_t fromFileTime(int64_t time) {
  if (time < unixEpoch)
    return 0;
  uint64_t result;
  return __builtin_mul_overflow(uint64_t(time - unixEpoch), 100u, &result)
             ? ~uint64_t(0)
             : result;
}

int64_t toFileTime(uint64_t nanoseconds) {
  return int64_t(nanoseconds / 100) + unixEpoch;
}

int64_t currentFileTime() {
  FILETIME time;
  GetSystemTimePreciseAsFileTime(&time);
  return int64_t(uint64_t(time.dwHighDateTime) << 32 | time.dwLowDateTime);
}
