// Rights can be dropped but not regained, and descriptors opened through a
// directory have no more than it hands on.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t dir, fd;
  __wasi_fdstat_t stat;
  make_file("f", "text");
  OK(open_at(CWD, "f", 0, READ | WRITE | __WASI_RIGHTS_FD_SEEK, &fd));
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_filetype, __WASI_FILETYPE_REGULAR_FILE);
  EQUAL(stat.fs_rights_base, READ | WRITE | __WASI_RIGHTS_FD_SEEK);
  EXPECT(NOTCAPABLE, __wasi_fd_fdstat_set_rights(
                         fd, stat.fs_rights_base | __WASI_RIGHTS_FD_TELL, 0));
  EXPECT(NOTCAPABLE, __wasi_fd_advise(fd, 0, 0, 0));
  EXPECT(NOTCAPABLE, __wasi_fd_filestat_set_size(fd, 0));
  OK(__wasi_fd_fdstat_set_rights(fd, READ, 0));
  EXPECT(BADF, write_text(fd, "x"));
  EXPECT(NOTCAPABLE, __wasi_fd_fdstat_set_rights(fd, READ | WRITE, 0));
  OK(__wasi_fd_close(fd));

  OK(__wasi_path_create_directory(CWD, "d"));
  OK(open_at(CWD, "d", DIRECTORY, ALL_RIGHTS & ~WRITE, &dir));
  OK(__wasi_fd_fdstat_get(dir, &stat));
  EQUAL(stat.fs_filetype, __WASI_FILETYPE_DIRECTORY);
  EQUAL(stat.fs_rights_base & (READ | WRITE), 0);
  __wasi_rights_t inheriting = READ | __WASI_RIGHTS_PATH_OPEN;
  __wasi_rights_t base =
      __WASI_RIGHTS_PATH_OPEN | __WASI_RIGHTS_PATH_CREATE_FILE;
  OK(__wasi_fd_fdstat_set_rights(dir, base, inheriting));
  OK(open_at(dir, "new", CREAT, READ | __WASI_RIGHTS_FD_SEEK, &fd));
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_rights_base, READ);
  EQUAL(stat.fs_rights_inheriting & ~inheriting, 0);
  EXPECT(NOTCAPABLE, try_open(dir, "new", 0, WRITE));
  EXPECT(NOTCAPABLE, __wasi_path_unlink_file(dir, "new"));
  EXPECT(NOTCAPABLE, __wasi_path_create_directory(dir, "e"));
  EXPECT(NOTCAPABLE, try_open(dir, "new", TRUNC, READ));
  return failures;
}
