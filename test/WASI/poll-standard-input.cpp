// Standard input that is a pipe: ready when there is something, at once, for
// as long as something is left, and at its end.
// RUN: %run_runtime %s

#include "runtime_process.h"

// The events of a poll of standard input and a clock: 'r', 'c', and 'h' for a
// hangup, in one number. `bytes` is what the event says of them.
static uint64_t bytes;
static const char *pollInput(uint64_t timeout) {
  static char letters[4];
  clockIn(timeout);
  descriptor(EventFdRead, 0);
  uint32_t count = poll(), used = 0;
  for (uint32_t i = 0; i != count; ++i) {
    EQUAL(event(i).error, 0);
    letters[used++] = event(i).type == EventClock ? 'c' : 'r';
    if (event(i).flags)
      letters[used++] = 'h';
    if (event(i).type == EventFdRead)
      bytes = event(i).nbytes;
  }
  letters[used] = 0;
  return letters;
}

static bool same(const char *left, const char *right) {
  while (*left && *left == *right)
    ++left, ++right;
  return *left == *right;
}
#define SEES(timeout, wanted) HOLDS(same(pollInput(timeout), wanted))

static void writeTime() {
  pauseFor(50);
  uint64_t time = now();
  writeInput(&time, sizeof(time));
}

// How long after the bytes were written a wait for them ends, at best: who
// looks every so often cannot be quick each time, nor we on a busy machine.
static void isQuick() {
  uint64_t best = second;
  for (int i = 0; i != 10; ++i) {
    beside(writeTime);
    SEES(30 * second, "r");
    uint64_t seen = now();
    EQUAL(readSome(0, 8), 8);
    uint64_t late = seen - *guest<uint64_t>(1024);
    best = late < best ? late : best;
  }
  if (best > 10 * millisecond)
    sayNumber("ns until bytes were seen:", best);
  HOLDS(best <= 10 * millisecond);
}

void test() {
  pipeAsInput();
  // Without waiting.
  SEES(0, "c");
  writeInput("12345", 5);
  SEES(0, "cr");
  EQUAL(bytes, 5);
  SEES(30 * second, "r");
  EQUAL(readSome(0, 2), 2);
  SEES(0, "cr");
  EQUAL(bytes, 3);
  EQUAL(readSome(0, 10), 3);
  SEES(0, "c");
  // Waiting.
  SEES(30 * millisecond, "c");
  isQuick();
  // The rest of a block stays; more comes after it.
  writeInput("abcdef", 6);
  SEES(30 * second, "r");
  EQUAL(readSome(0, 1), 1);
  EQUAL(*guest<char>(1024), 'a');
  SEES(30 * second, "r");
  EQUAL(bytes, 5);
  writeInput("ghi", 3);
  EQUAL(readSome(0, 5), 5);
  EQUAL(readSome(0, 100), 3);
  EQUAL(*guest<char>(1024), 'g');
  // Nothing else waits for input that is being waited for.
  SEES(millisecond, "c");
  EQUAL(wasmc_wasi_fd_filestat_get(0, 2048), 0);
  EQUAL(wasmc_wasi_fd_fdstat_get(0, 2048), 0);
  EQUAL(wasmc_wasi_fd_sync(0) == WASI_SUCCESS, on_windows);
  EQUAL(wasmc_wasi_fd_advise(0, 0, 1, 0), WASI_ESPIPE);
  // Blocks of any size pass unchanged.
  beside([] {
    for (uint32_t i = 0; i != 100000; ++i)
      writeInput(&i, sizeof(i));
  });
  for (uint32_t i = 0; i != 100000; ++i) {
    if (i % 1000 == 0)
      SEES(30 * second, "r");
    for (uint32_t got = 0; got != 4;) {
      guest<uint32_t>(32)[0] = 1024 + got;
      guest<uint32_t>(32)[1] = 4 - got;
      EQUAL(wasmc_wasi_fd_read(0, 32, 1, 64), 0);
      got += *guest<uint32_t>(64);
    }
    if (*guest<uint32_t>(1024) != i) {
      EQUAL(*guest<uint32_t>(1024), i);
      break;
    }
  }
  // The end, for ever, after what is left. (Windows tells it only then.)
  writeInput("z", 1);
  closeInput();
  const char *last = pollInput(30 * second);
  HOLDS(same(last, "rh") || (on_windows && same(last, "r")));
  EQUAL(bytes, 1);
  EQUAL(readSome(0, 10), 1);
  for (int i = 0; i != 3; ++i) {
    SEES(30 * second, "rh");
    EQUAL(bytes, 0);
    EQUAL(readSome(0, 10), 0);
  }
}
