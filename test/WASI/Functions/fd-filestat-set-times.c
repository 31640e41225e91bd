// fd_filestat_set_times sets each time to a value, to now, or not at all.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  const uint64_t early = 1000000000000000000, late = early + 700;
  __wasi_filestat_t stat;
  __wasi_fd_t fd = open_file("f", "", FILE_RIGHTS);
  OK(__wasi_fd_filestat_set_times(fd, early, late,
                                  __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.atim, early);
  EQUAL(stat.mtim, late);
  OK(__wasi_fd_filestat_set_times(fd, 5, 5, __WASI_FSTFLAGS_MTIM_NOW));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.atim, early);
  HOLDS(stat.mtim > 1700000000ull * 1000000000);
  OK(__wasi_fd_filestat_set_times(fd, 5, 5, 0));
  EXPECT(INVAL, __wasi_fd_filestat_set_times(fd, 0, 0, 3));
  EXPECT(INVAL, __wasi_fd_filestat_set_times(fd, 0, 0, 12));
  EXPECT(INVAL, __wasi_fd_filestat_set_times(fd, 0, 0, 16));
  EXPECT(BADF, __wasi_fd_filestat_set_times(99, 0, 0, 0));
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.atim, early);
  return failures;
}
