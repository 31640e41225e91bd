// path_link: two names for one file, until both are gone.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t a, b;
  OK(__wasi_path_create_directory(CWD, "d"));
  make_file("f", "text");
  OK(__wasi_path_link(CWD, 0, "f", CWD, "d/g"));
  OK(__wasi_path_filestat_get(CWD, 0, "f", &a));
  OK(__wasi_path_filestat_get(CWD, 0, "d/g", &b));
  EQUAL(a.ino, b.ino);
  EQUAL(a.dev, b.dev);
  EQUAL(a.nlink, 2);
  make_file("d/g", "changed");
  HOLDS(file_is(CWD, "f", "changed"));
  EXPECT(EXIST, __wasi_path_link(CWD, 0, "f", CWD, "d/g"));
  EXPECT(EXIST, __wasi_path_link(CWD, 0, "f", CWD, "d"));
  EXPECT(EXIST, __wasi_path_link(CWD, 0, "f", CWD, "f"));
  EXPECT(NOENT, __wasi_path_link(CWD, 0, "missing", CWD, "x"));
  EXPECT(PERM, __wasi_path_link(CWD, 0, "d", CWD, "x"));
  EXPECT(INVAL, __wasi_path_link(CWD, 2, "f", CWD, "x"));
  OK(__wasi_path_unlink_file(CWD, "f"));
  HOLDS(file_is(CWD, "d/g", "changed"));
  OK(__wasi_path_filestat_get(CWD, 0, "d/g", &b));
  EQUAL(b.nlink, 1);
  // With the flag a symbolic link's target is linked, without it the link.
  make_link("d/g", "symbolic");
  OK(__wasi_path_link(CWD, FOLLOW, "symbolic", CWD, "target"));
  OK(__wasi_path_link(CWD, 0, "symbolic", CWD, "link"));
  OK(__wasi_path_filestat_get(CWD, 0, "target", &a));
  EQUAL(a.filetype, __WASI_FILETYPE_REGULAR_FILE);
  OK(__wasi_path_filestat_get(CWD, 0, "link", &a));
  EQUAL(a.filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
  return failures;
}
