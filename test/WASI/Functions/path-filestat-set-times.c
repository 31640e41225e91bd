// path_filestat_set_times sets the times of what a path names.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  const uint64_t early = 1000000000000000000, late = early + 700;
  __wasi_filestat_t stat;
  make_file("f", "");
  OK(__wasi_path_filestat_set_times(
      CWD, 0, "f", early, late, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM));
  OK(__wasi_path_filestat_get(CWD, 0, "f", &stat));
  EQUAL(stat.atim, early);
  EQUAL(stat.mtim, late);
  OK(__wasi_path_filestat_set_times(CWD, FOLLOW, ".", 0, early,
                                    __WASI_FSTFLAGS_MTIM));
  OK(__wasi_path_filestat_get(CWD, 0, ".", &stat));
  EQUAL(stat.mtim, early);
  EXPECT(INVAL, __wasi_path_filestat_set_times(CWD, 0, "f", 0, 0, 3));
  EXPECT(INVAL, __wasi_path_filestat_set_times(CWD, 2, "f", 0, 0, 0));
  EXPECT(NOENT, __wasi_path_filestat_set_times(CWD, 0, "x", 0, 0, 2));
  EXPECT(NOTCAPABLE,
         __wasi_path_filestat_set_times(READ_ONLY, 0, "f", 0, 0, 2));
  EXPECT(NOTCAPABLE,
         __wasi_path_filestat_set_times(CWD, 0, "../secret", 0, 0, 2));
  EXPECT(BADF, __wasi_path_filestat_set_times(99, 0, "f", 0, 0, 2));
  return failures;
}
