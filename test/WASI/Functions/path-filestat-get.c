// path_filestat_get tells the attributes of what a path names.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat;
  OK(__wasi_path_create_directory(CWD, "d"));
  make_file("d/f", "text");
  OK(__wasi_path_filestat_get(CWD, FOLLOW, "d/f", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_REGULAR_FILE);
  EQUAL(stat.size, 4);
  OK(__wasi_path_filestat_get(CWD, 0, "d/", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_DIRECTORY);
  OK(__wasi_path_filestat_get(READ_ONLY, 0, "f", &stat));
  EXPECT(NOTDIR, __wasi_path_filestat_get(CWD, 0, "d/f/", &stat));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "x", &stat));
  EXPECT(NOTCAPABLE, __wasi_path_filestat_get(CWD, 0, "../secret", &stat));
  EXPECT(INVAL, __wasi_path_filestat_get(CWD, 2, "d", &stat));
  EXPECT(BADF, __wasi_path_filestat_get(99, 0, "d", &stat));
  make_link("d/f", "link");
  OK(__wasi_path_filestat_get(CWD, 0, "link", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
  OK(__wasi_path_filestat_get(CWD, FOLLOW, "link", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_REGULAR_FILE);
  return failures;
}
