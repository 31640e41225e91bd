// A symbolic link that leads outside is refused wherever it is in a path, and
// however it leaves; files are not created through it either.
// RUN: %run_wasi %s

#include "wasi_check.h"

static void refused(const char *path) {
  __wasi_filestat_t stat;
  EXPECT(NOTCAPABLE, try_open(CWD, path, 0, READ));
  EXPECT(NOTCAPABLE, try_open(CWD, path, CREAT, WRITE));
  EXPECT(NOTCAPABLE, try_open(CWD, path, CREAT | TRUNC, READ | WRITE));
  EXPECT(NOTCAPABLE, __wasi_path_filestat_get(CWD, FOLLOW, path, &stat));
  EXPECT(NOTCAPABLE,
         __wasi_path_filestat_set_times(CWD, FOLLOW, path, 0, 0, 5));
  EXPECT(NOTCAPABLE, __wasi_path_link(CWD, FOLLOW, path, CWD, "new"));
}

int main(void) {
  OK(__wasi_path_create_directory(CWD, "d"));
  make_link("../secret", "relative");
  make_link("../new", "creates");
  make_link("d/again", "chain");
  make_link("../relative", "d/again");
  make_link("../outside", "middle");
  make_link("..", "up");
  make_link("../inside/d", "back");
  refused("relative");
  refused("creates");
  refused("chain");
  refused("middle/secret");
  refused("middle/new");
  refused("up/secret");
  refused("back/f");
  EXPECT(NOTCAPABLE, try_open(CWD, "back/", DIRECTORY, 0));
  refused("d/../middle/secret");
  // Neither do the functions that work on a name follow what is before it.
  EXPECT(NOTCAPABLE, __wasi_path_unlink_file(CWD, "middle/secret"));
  EXPECT(NOTCAPABLE, __wasi_path_create_directory(CWD, "middle/new"));
  EXPECT(NOTCAPABLE, __wasi_path_remove_directory(CWD, "up/outside"));
  EXPECT(NOTCAPABLE, __wasi_path_rename(CWD, "middle/secret", CWD, "x"));
  EXPECT(NOTCAPABLE, __wasi_path_rename(CWD, "d", CWD, "up/d"));
  EXPECT(NOTCAPABLE, __wasi_path_symlink("x", CWD, "middle/x"));
  EXPECT(NOTCAPABLE, __wasi_path_link(CWD, 0, "middle/secret", CWD, "x"));
  // The links themselves can be read, renamed, linked and removed.
  __wasi_filestat_t stat;
  OK(__wasi_path_filestat_get(CWD, 0, "relative", &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
  EXPECT(LOOP, __wasi_path_open(CWD, 0, "relative", 0, READ, 0, 0,
                                &(__wasi_fd_t){0}));
  OK(__wasi_path_rename(CWD, "relative", CWD, "moved"));
  OK(__wasi_path_unlink_file(CWD, "moved"));
  // Absolute targets are not even stored.
  EXPECT(NOTCAPABLE, __wasi_path_symlink("/etc/passwd", CWD, "absolute"));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "absolute", &stat));
  return failures;
}
