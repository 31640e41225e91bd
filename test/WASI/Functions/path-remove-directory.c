// path_remove_directory removes an empty directory and nothing else.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  OK(__wasi_path_create_directory(CWD, "d"));
  make_file("d/f", "");
  EXPECT(NOTEMPTY, __wasi_path_remove_directory(CWD, "d"));
  EXPECT(NOTDIR, __wasi_path_remove_directory(CWD, "d/f"));
  OK(__wasi_path_unlink_file(CWD, "d/f"));
  OK(__wasi_path_remove_directory(CWD, "d/"));
  EXPECT(NOENT, __wasi_path_remove_directory(CWD, "d"));
  EXPECT(NOTCAPABLE, __wasi_path_remove_directory(CWD, "../outside"));
  EXPECT(NOTCAPABLE, __wasi_path_remove_directory(READ_ONLY, "d"));
  EXPECT(BADF, __wasi_path_remove_directory(99, "d"));
  return failures;
}
