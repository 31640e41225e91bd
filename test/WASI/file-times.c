// Times of files, by descriptor and by name: those asked for are set, the
// others stay, and contradictions are refused.
// RUN: %run_wasi %s

#include "wasi_check.h"

enum { ATIM = 1, ATIM_NOW = 2, MTIM = 4, MTIM_NOW = 8 };

// A file system may store times in units of 100 ns.
static uint64_t whole(uint64_t time) { return time / 100 * 100; }

int main(void) {
  __wasi_fd_t fd;
  __wasi_filestat_t stat;
  const uint64_t a = 1234567890123456700, m = 987654321987654300;
  make_file("f", "text");
  OK(open_at(CWD, "f", 0, FILE_RIGHTS, &fd));
  OK(__wasi_fd_filestat_set_times(fd, a, m, ATIM | MTIM));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(whole(stat.atim), a);
  EQUAL(whole(stat.mtim), m);
  OK(__wasi_fd_filestat_set_times(fd, 1, 5000000000, MTIM));
  OK(__wasi_path_filestat_get(CWD, 0, "f", &stat));
  EQUAL(whole(stat.mtim), 5000000000);
  OK(__wasi_path_filestat_set_times(CWD, 0, "f", m, 0, ATIM));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(whole(stat.atim), m);
  EQUAL(whole(stat.mtim), 5000000000);
  // Now: within the time since a new file was made.
  __wasi_timestamp_t before, after;
  OK(__wasi_clock_time_get(0, 0, &before));
  OK(__wasi_path_filestat_set_times(CWD, 0, "f", 1, 1, ATIM_NOW | MTIM_NOW));
  OK(__wasi_clock_time_get(0, 0, &after));
  OK(__wasi_fd_filestat_get(fd, &stat));
  const uint64_t tick = 20000000; // a file system's clock may be coarse
  HOLDS(stat.mtim + tick >= before && stat.mtim <= after + tick);
  HOLDS(stat.atim + tick >= before && stat.atim <= after + tick);
  OK(__wasi_fd_filestat_set_times(fd, 1, 1, 0));
  static const int wrong[] = {ATIM | ATIM_NOW, MTIM | MTIM_NOW, 15, 16, 17};
  for (unsigned i = 0; i != sizeof wrong / sizeof *wrong; ++i) {
    EXPECT(INVAL, __wasi_fd_filestat_set_times(fd, 0, 0, wrong[i]));
    EXPECT(INVAL, __wasi_path_filestat_set_times(CWD, 0, "f", 0, 0, wrong[i]));
  }
  OK(__wasi_path_filestat_set_times(CWD, 0, ".", a, m, ATIM | MTIM));
  OK(__wasi_fd_filestat_get(CWD, &stat));
  EQUAL(whole(stat.mtim), m);
  // A descriptor that was opened for reading only, and a directory's.
  OK(__wasi_fd_close(fd));
  OK(open_at(CWD, "f", 0, FILE_RIGHTS & ~WRITE, &fd));
  OK(__wasi_fd_filestat_set_times(fd, a, m, ATIM | MTIM));
  OK(__wasi_fd_filestat_set_times(CWD, m, a, ATIM | MTIM));
  OK(__wasi_fd_filestat_get(CWD, &stat));
  EQUAL(whole(stat.mtim), a);
  return failures;
}
