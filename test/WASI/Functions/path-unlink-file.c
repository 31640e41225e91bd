// path_unlink_file removes a name of a file and nothing else.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  make_file("f", "");
  OK(__wasi_path_unlink_file(CWD, "f"));
  EXPECT(NOENT, __wasi_path_unlink_file(CWD, "f"));
  OK(__wasi_path_create_directory(CWD, "d"));
  EXPECT(ISDIR, __wasi_path_unlink_file(CWD, "d"));
  EXPECT(NOTCAPABLE, __wasi_path_unlink_file(READ_ONLY, "f"));
  EXPECT(NOTCAPABLE, __wasi_path_unlink_file(CWD, "../secret"));
  EXPECT(BADF, __wasi_path_unlink_file(99, "f"));
  make_file("d/f", "");
  EXPECT(NOTDIR, __wasi_path_unlink_file(CWD, "d/f/"));
  OK(__wasi_path_unlink_file(CWD, "d/./f"));
  return failures;
}
