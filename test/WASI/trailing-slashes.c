// A path that ends in a slash names a directory or nothing.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat;
  make_file("f", "text");
  OK(__wasi_path_create_directory(CWD, "d"));
  EXPECT(NOTDIR, try_open(CWD, "f/", 0, READ));
  EXPECT(NOTDIR, try_open(CWD, "f///", 0, READ));
  EXPECT(ISDIR, try_open(CWD, "new/", CREAT, WRITE));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "new", &stat));
  OK(try_open(CWD, "d/", DIRECTORY, 0));
  OK(try_open(CWD, "d//", 0, 0));
  EXPECT(NOTDIR, __wasi_path_filestat_get(CWD, 0, "f/", &stat));
  OK(__wasi_path_filestat_get(CWD, 0, "d/", &stat));
  EXPECT(NOTDIR, __wasi_path_filestat_set_times(CWD, 0, "f/", 0, 0, 5));
  EXPECT(NOTDIR, __wasi_path_unlink_file(CWD, "f/"));
  EXPECT(ISDIR, __wasi_path_unlink_file(CWD, "d/"));
  EXPECT(NOENT, __wasi_path_unlink_file(CWD, "new/"));
  EXPECT(NOTDIR, __wasi_path_remove_directory(CWD, "f/"));
  EXPECT(NOTDIR, __wasi_path_rename(CWD, "f", CWD, "new/"));
  EXPECT(NOTDIR, __wasi_path_rename(CWD, "f/", CWD, "new"));
  OK(__wasi_path_rename(CWD, "d/", CWD, "e/"));
  OK(__wasi_path_create_directory(CWD, "made/"));
  OK(__wasi_path_remove_directory(CWD, "made/"));
  EXPECT(NOTDIR, __wasi_path_link(CWD, 0, "f/", CWD, "new"));
  EXPECT(NOENT, __wasi_path_link(CWD, 0, "f", CWD, "new/"));
  HOLDS(file_is(CWD, "f", "text"));
  return failures;
}
