// What "." and ".." name cannot be removed, renamed or made.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  static const char *const paths[] = {".", "d/.", "d/..", "./", "d/e/.."};
  OK(__wasi_path_create_directory(CWD, "d"));
  OK(__wasi_path_create_directory(CWD, "d/e"));
  make_file("f", "");
  for (unsigned i = 0; i != sizeof paths / sizeof *paths; ++i) {
    EXPECT(INVAL, __wasi_path_remove_directory(CWD, paths[i]));
    EXPECT(ISDIR, __wasi_path_unlink_file(CWD, paths[i]));
    EXPECT(EXIST, __wasi_path_create_directory(CWD, paths[i]));
    EXPECT(BUSY, __wasi_path_rename(CWD, paths[i], CWD, "new"));
    EXPECT(BUSY, __wasi_path_rename(CWD, "d", CWD, paths[i]));
    EXPECT(PERM, __wasi_path_link(CWD, 0, paths[i], CWD, "new"));
    EXPECT(EXIST, __wasi_path_link(CWD, 0, "f", CWD, paths[i]));
    EXPECT(EXIST, __wasi_path_symlink("f", CWD, paths[i]));
    OK(__wasi_path_filestat_set_times(CWD, 0, paths[i], 0, 0, 10));
  }
  OK(__wasi_path_remove_directory(CWD, "d/e"));
  return failures;
}
