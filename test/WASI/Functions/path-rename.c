// path_rename: files over files, directories over empty directories, nothing
// else.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat;
  __wasi_fd_t d, e, f;
  OK(__wasi_path_create_directory(CWD, "d"));
  OK(__wasi_path_create_directory(CWD, "e"));
  OK(open_at(CWD, "d", DIRECTORY, ALL_RIGHTS & ~WRITE, &d));
  OK(open_at(CWD, "e", DIRECTORY, ALL_RIGHTS & ~WRITE, &e));
  make_file("f", "one");
  make_file("d/g", "two");
  OK(__wasi_path_rename(CWD, "f", CWD, "f"));
  OK(__wasi_path_rename(CWD, "f", d, "h"));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "f", &stat));
  OK(__wasi_path_rename(d, "h", e, "i"));
  HOLDS(file_is(CWD, "e/i", "one"));
  OK(__wasi_path_rename(e, "i", d, "g"));
  HOLDS(file_is(CWD, "d/g", "one"));
  EXPECT(NOENT, __wasi_path_rename(CWD, "f", CWD, "x"));
  EXPECT(NOENT, __wasi_path_rename(d, "g", CWD, "no/x"));
  EXPECT(ISDIR, __wasi_path_rename(d, "g", CWD, "e"));
  EXPECT(NOTDIR, __wasi_path_rename(CWD, "e", d, "g"));
  EXPECT(NOTEMPTY, __wasi_path_rename(CWD, "e", CWD, "d"));
  EXPECT(INVAL, __wasi_path_rename(CWD, "d", CWD, "d/x"));
  HOLDS(file_is(CWD, "d/g", "one"));
  // An empty directory is replaced, also while somebody has it open.
  OK(__wasi_path_create_directory(CWD, "empty"));
  OK(__wasi_path_rename(CWD, "d", CWD, "empty"));
  HOLDS(file_is(CWD, "empty/g", "one"));
  HOLDS(file_is(d, "g", "one"));
  // Over a file that is open: its reader keeps the old bytes. (Not on Wine,
  // which has no POSIX semantics for renaming.)
  if (on_windows())
    return failures;
  make_file("new", "new");
  make_file("old", "old");
  OK(open_at(CWD, "old", 0, FILE_RIGHTS, &f));
  OK(__wasi_path_rename(CWD, "new", CWD, "old"));
  HOLDS(file_is(CWD, "old", "new"));
  return failures;
}
