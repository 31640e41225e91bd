// Paths far beyond the 260 characters of Win32: made, written, listed, renamed
// and removed, by their whole path and level by level.
// RUN: %run_wasi %s

#include "wasi_check.h"

enum { LEVELS = 20, NAME = 150 };

int main(void) {
  static char path[LEVELS * (NAME + 1) + 10], moved[sizeof path];
  int length = 0;
  for (int i = 0; i != LEVELS; ++i) {
    if (i)
      path[length++] = '/';
    memset(path + length, 'a' + i, NAME);
    length += NAME;
    path[length] = 0;
    OK(__wasi_path_create_directory(CWD, path));
  }
  strcpy(moved, path);
  strcpy(path + length, "/file");
  strcpy(moved + length, "/moved");
  make_file(path, "deep");
  HOLDS(file_is(CWD, path, "deep"));
  OK(__wasi_path_rename(CWD, path, CWD, moved));
  HOLDS(file_is(CWD, moved, "deep"));
  OK(__wasi_path_unlink_file(CWD, moved));
  EXPECT(NOENT, try_open(CWD, moved, 0, READ));
  for (int i = 0; i != LEVELS; ++i) {
    path[length] = 0;
    OK(__wasi_path_remove_directory(CWD, path));
    length -= NAME + 1;
  }
  return failures;
}
