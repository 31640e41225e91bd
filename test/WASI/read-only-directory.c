// Nothing changes in a directory granted with --dir-ro, whichever function is
// tried and however its file is reached.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd;
  __wasi_filestat_t stat;
  make_file("mine", "x");
  HOLDS(file_is(READ_ONLY, "f", "read only"));
  OK(__wasi_path_filestat_get(READ_ONLY, 0, "f", &stat));
  EXPECT(NOTCAPABLE, try_open(READ_ONLY, "f", 0, WRITE));
  EXPECT(NOTCAPABLE, try_open(READ_ONLY, "f", TRUNC, READ));
  EXPECT(NOTCAPABLE, try_open(READ_ONLY, "f", TRUNC, 0));
  EXPECT(NOTCAPABLE, try_open(READ_ONLY, "new", CREAT, READ));
  EXPECT(NOTCAPABLE, try_open(READ_ONLY, "f", CREAT, READ));
  EXPECT(NOTCAPABLE, __wasi_path_create_directory(READ_ONLY, "new"));
  EXPECT(NOTCAPABLE, __wasi_path_unlink_file(READ_ONLY, "f"));
  EXPECT(NOTCAPABLE, __wasi_path_remove_directory(READ_ONLY, "."));
  EXPECT(NOTCAPABLE,
         __wasi_path_filestat_set_times(READ_ONLY, 0, "f", 1, 1, 5));
  EXPECT(NOTCAPABLE, __wasi_path_symlink("f", READ_ONLY, "new"));
  // Another name in a directory that can be written would allow writing.
  EXPECT(NOTCAPABLE, __wasi_path_link(READ_ONLY, 0, "f", CWD, "stolen"));
  EXPECT(NOTCAPABLE, __wasi_path_link(CWD, 0, "mine", READ_ONLY, "new"));
  EXPECT(NOTCAPABLE, __wasi_path_rename(READ_ONLY, "f", CWD, "stolen"));
  EXPECT(NOTCAPABLE, __wasi_path_rename(CWD, "mine", READ_ONLY, "new"));
  EXPECT(NOTCAPABLE, __wasi_path_rename(READ_ONLY, "f", READ_ONLY, "g"));
  // A descriptor opened with all rights but the one to write has no other way.
  OK(open_at(READ_ONLY, "f", 0, ALL_RIGHTS & ~WRITE, &fd));
  EXPECT(BADF, write_text(fd, "x"));
  EXPECT(NOTCAPABLE, __wasi_fd_filestat_set_size(fd, 0));
  EXPECT(NOTCAPABLE, __wasi_fd_allocate(fd, 0, 100));
  EXPECT(NOTCAPABLE, __wasi_fd_filestat_set_times(fd, 1, 1, 5));
  // Neither does a directory opened through it.
  OK(open_at(READ_ONLY, ".", DIRECTORY, ALL_RIGHTS & ~WRITE, &fd));
  EXPECT(NOTCAPABLE, try_open(fd, "f", 0, WRITE));
  EXPECT(NOTCAPABLE, try_open(fd, "new", CREAT, READ));
  EXPECT(NOTCAPABLE, __wasi_path_unlink_file(fd, "f"));
  EXPECT(NOTCAPABLE, __wasi_fd_filestat_set_times(fd, 1, 1, 5));
  HOLDS(file_is(READ_ONLY, "f", "read only"));
  return failures;
}
