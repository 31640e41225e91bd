// Dots, slashes and ".." are fine as long as the path stays inside.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat;
  OK(__wasi_path_create_directory(CWD, "d"));
  OK(__wasi_path_create_directory(CWD, "d/n"));
  make_file("d/n/f", "text");
  static const char *const paths[] = {
      "d/n/f",           "d/.//n/../n///./f", "./d/n/f", "d/../d/n/f",
      "d/n/../../d/n/f", ".//d//n//f",        "d/n/./f"};
  for (unsigned i = 0; i != sizeof paths / sizeof *paths; ++i) {
    HOLDS(file_is(CWD, paths[i], "text"));
    OK(__wasi_path_filestat_get(CWD, 0, paths[i], &stat));
    EQUAL(stat.filetype, __WASI_FILETYPE_REGULAR_FILE);
    EQUAL(stat.size, 4);
  }
  static const char *const directories[] = {".", "./", "d/..", "d/n/../..",
                                            "d/../."};
  __wasi_filestat_t root;
  OK(__wasi_fd_filestat_get(CWD, &root));
  for (unsigned i = 0; i != sizeof directories / sizeof *directories; ++i) {
    __wasi_fd_t fd;
    OK(open_at(CWD, directories[i], DIRECTORY, ALL_RIGHTS & ~WRITE, &fd));
    OK(__wasi_fd_filestat_get(fd, &stat));
    EQUAL(stat.ino, root.ino);
    OK(__wasi_fd_close(fd));
  }
  // Each name before the last must be a directory, "." and ".." included.
  EXPECT(NOTDIR, try_open(CWD, "d/n/f/x", 0, READ));
  EXPECT(NOTDIR, try_open(CWD, "d/n/f/..", 0, READ));
  EXPECT(NOTDIR, try_open(CWD, "d/n/f/.", 0, READ));
  EXPECT(NOENT, try_open(CWD, "missing/../d/n/f", 0, READ));
  // Names that only look like "..".
  make_file("..f", "dots");
  make_file(".hidden", "dot");
  HOLDS(file_is(CWD, "..f", "dots"));
  HOLDS(file_is(CWD, "d/../.hidden", "dot"));
  return failures;
}
