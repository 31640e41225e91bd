// fd_filestat_get tells the attributes of files, directories and streams.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat, other;
  __wasi_fd_t fd = open_file("f", "text", FILE_RIGHTS);
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.filetype, __WASI_FILETYPE_REGULAR_FILE);
  EQUAL(stat.size, 4);
  EQUAL(stat.nlink, 1);
  HOLDS(stat.mtim > 1700000000ull * 1000000000 && stat.ino != 0);
  OK(__wasi_path_filestat_get(CWD, 0, "f", &other));
  HOLDS(other.ino == stat.ino && other.dev == stat.dev);
  OK(__wasi_fd_filestat_get(CWD, &other));
  EQUAL(other.filetype, __WASI_FILETYPE_DIRECTORY);
  HOLDS(other.ino != stat.ino && other.dev == stat.dev);
  OK(__wasi_fd_filestat_get(1, &other));
  HOLDS(other.filetype != __WASI_FILETYPE_DIRECTORY);
  OK(__wasi_fd_fdstat_set_rights(fd, READ, 0));
  EXPECT(NOTCAPABLE, __wasi_fd_filestat_get(fd, &stat));
  EXPECT(BADF, __wasi_fd_filestat_get(99, &stat));
  return failures;
}
