// Symbolic links inside the sandbox work as in POSIX.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat;
  __wasi_fd_t fd;
  OK(__wasi_path_create_directory(CWD, "d"));
  OK(__wasi_path_create_directory(CWD, "d/e"));
  make_file("d/f", "text");
  make_link("d/f", "file");
  make_link("d/e", "directory");
  make_link("../f", "d/e/up");
  make_link("directory/up", "chain");
  make_link("d/new", "dangling");
  make_link("d/e/", "slash");
  HOLDS(file_is(CWD, "file", "text"));
  HOLDS(file_is(CWD, "directory/up", "text"));
  HOLDS(file_is(CWD, "chain", "text"));
  HOLDS(file_is(CWD, "directory/../f", "text"));
  HOLDS(file_is(CWD, "slash/up", "text"));
  OK(__wasi_path_filestat_get(CWD, FOLLOW, "file", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_REGULAR_FILE);
  OK(__wasi_path_filestat_get(CWD, 0, "file", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
  EQUAL(stat.size, 3);
  // A link to nothing: the target is created unless it may not exist.
  EXPECT(NOENT, try_open(CWD, "dangling", 0, READ));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, FOLLOW, "dangling", &stat));
  EXPECT(EXIST, try_open(CWD, "dangling", CREAT | EXCL, WRITE));
  EXPECT(EXIST, __wasi_path_create_directory(CWD, "dangling"));
  OK(try_open(CWD, "dangling", CREAT, WRITE));
  OK(__wasi_path_filestat_get(CWD, 0, "d/new", &stat));
  // Without the flag the last name is not followed; a slash follows it.
  EXPECT(LOOP, __wasi_path_open(CWD, 0, "file", 0, READ, 0, 0, &fd));
  OK(__wasi_path_filestat_get(CWD, 0, "directory/", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_DIRECTORY);
  EXPECT(NOTDIR, __wasi_path_filestat_get(CWD, 0, "file/", &stat));
  EXPECT(NOTDIR, __wasi_path_remove_directory(CWD, "directory"));
  OK(__wasi_path_unlink_file(CWD, "directory"));
  OK(try_open(CWD, "d/e", DIRECTORY, 0));
  EXPECT(EXIST, __wasi_path_symlink("x", CWD, "file"));
  EXPECT(NOENT, __wasi_path_symlink("", CWD, "empty"));
  EXPECT(NOENT, __wasi_path_symlink("x", CWD, "new/"));
  return failures;
}
