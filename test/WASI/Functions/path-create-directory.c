// path_create_directory makes one empty directory.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat;
  OK(__wasi_path_create_directory(CWD, "d"));
  OK(__wasi_path_create_directory(CWD, "d/e/"));
  OK(__wasi_path_filestat_get(CWD, 0, "d/e", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_DIRECTORY);
  EXPECT(EXIST, __wasi_path_create_directory(CWD, "d"));
  EXPECT(NOENT, __wasi_path_create_directory(CWD, "no/e"));
  EXPECT(NOENT, __wasi_path_create_directory(CWD, ""));
  EXPECT(NOTCAPABLE, __wasi_path_create_directory(CWD, "../e"));
  EXPECT(NOTCAPABLE, __wasi_path_create_directory(READ_ONLY, "d"));
  EXPECT(BADF, __wasi_path_create_directory(99, "d"));
  make_file("f", "");
  EXPECT(NOTDIR, __wasi_path_create_directory(CWD, "f/d"));
  return failures;
}
