// A path that leaves the directory it starts from is refused, even if it comes
// back, and nothing outside is touched.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  static const char *const paths[] = {"..",
                                      "../",
                                      "../secret",
                                      "../inside/f",
                                      "d/../..",
                                      "d/../../x",
                                      "/",
                                      "/x",
                                      "//x",
                                      "/etc/passwd",
                                      "d/../../inside/",
                                      "./../secret",
                                      "../outside/secret",
                                      "d/e/../../../outside/secret"};
  __wasi_filestat_t stat;
  __wasi_size_t size;
  uint8_t buffer[64];
  make_file("f", "here");
  OK(__wasi_path_create_directory(CWD, "d"));
  OK(__wasi_path_create_directory(CWD, "d/e"));
  for (unsigned i = 0; i != sizeof paths / sizeof *paths; ++i) {
    const char *path = paths[i];
    EXPECT(NOTCAPABLE, try_open(CWD, path, 0, READ));
    EXPECT(NOTCAPABLE, try_open(CWD, path, CREAT, WRITE));
    EXPECT(NOTCAPABLE, try_open(CWD, path, TRUNC, WRITE));
    EXPECT(NOTCAPABLE, try_open(CWD, path, DIRECTORY, READ));
    EXPECT(NOTCAPABLE, __wasi_path_filestat_get(CWD, 0, path, &stat));
    EXPECT(NOTCAPABLE, __wasi_path_filestat_get(CWD, FOLLOW, path, &stat));
    EXPECT(NOTCAPABLE, __wasi_path_filestat_set_times(CWD, 0, path, 0, 0, 5));
    EXPECT(NOTCAPABLE, __wasi_path_create_directory(CWD, path));
    EXPECT(NOTCAPABLE, __wasi_path_remove_directory(CWD, path));
    EXPECT(NOTCAPABLE, __wasi_path_unlink_file(CWD, path));
    EXPECT(NOTCAPABLE, __wasi_path_rename(CWD, path, CWD, "new"));
    EXPECT(NOTCAPABLE, __wasi_path_rename(CWD, "f", CWD, path));
    EXPECT(NOTCAPABLE, __wasi_path_link(CWD, 0, path, CWD, "new"));
    EXPECT(NOTCAPABLE, __wasi_path_link(CWD, 0, "f", CWD, path));
    EXPECT(NOTCAPABLE, __wasi_path_symlink("f", CWD, path));
    EXPECT(NOTCAPABLE,
           __wasi_path_readlink(CWD, path, buffer, sizeof buffer, &size));
  }
  HOLDS(file_is(CWD, "f", "here"));
  // From a directory below, what is above it is outside as well.
  __wasi_fd_t below;
  OK(open_at(CWD, "d", DIRECTORY, ALL_RIGHTS & ~WRITE, &below));
  EXPECT(NOTCAPABLE, try_open(below, "../f", 0, READ));
  OK(try_open(below, "e/..", DIRECTORY, 0));
  return failures;
}
