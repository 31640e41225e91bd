// Files where directories are meant, directories where files are, and numbers
// that are not open.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_fd_t fd;
  __wasi_filesize_t position;
  __wasi_filestat_t stat;
  __wasi_size_t size;
  uint8_t byte;
  __wasi_iovec_t vector = {&byte, 1};
  make_file("f", "text");
  OK(open_at(CWD, "f", 0, FILE_RIGHTS, &fd));
  EXPECT(NOTDIR, try_open(fd, "x", 0, READ));
  EXPECT(NOTDIR, __wasi_path_create_directory(fd, "x"));
  EXPECT(NOTDIR, __wasi_path_unlink_file(fd, "x"));
  EXPECT(NOTDIR, __wasi_path_filestat_get(fd, 0, "x", &stat));
  EXPECT(NOTDIR, __wasi_path_rename(fd, "x", CWD, "y"));
  EXPECT(NOTDIR, __wasi_path_rename(CWD, "x", fd, "y"));
  EXPECT(NOTDIR, __wasi_fd_readdir(fd, &byte, 1, 0, &size));
  EXPECT(BADF, __wasi_fd_prestat_get(fd, &(__wasi_prestat_t){0}));

  EXPECT(ISDIR, __wasi_fd_read(CWD, &vector, 1, &size));
  EXPECT(ISDIR, write_text(CWD, "x"));
  EXPECT(ISDIR, __wasi_fd_pread(CWD, &vector, 1, 0, &size));
  EXPECT(ISDIR, __wasi_fd_seek(CWD, 0, __WASI_WHENCE_SET, &position));
  EXPECT(ISDIR, __wasi_fd_tell(CWD, &position));
  EXPECT(ISDIR, __wasi_fd_allocate(CWD, 0, 1));
  EXPECT(ISDIR, __wasi_fd_advise(CWD, 0, 0, 0));
  EXPECT(ISDIR, __wasi_fd_filestat_set_size(CWD, 0));
  EXPECT(ISDIR, __wasi_fd_datasync(CWD));
  OK(__wasi_fd_sync(CWD));

  static const __wasi_fd_t closed[] = {
      5, 6, 127, 65535, 65536, 0x7fffffff, 0x80000000, 0xffffffff};
  OK(__wasi_fd_close(fd));
  for (unsigned i = 0; i != sizeof closed / sizeof *closed; ++i) {
    EXPECT(BADF, __wasi_fd_close(closed[i]));
    EXPECT(BADF, __wasi_fd_filestat_get(closed[i], &stat));
    EXPECT(BADF, write_text(closed[i], "x"));
    EXPECT(BADF, try_open(closed[i], "f", 0, READ));
    EXPECT(BADF, __wasi_fd_fdstat_get(closed[i], &(__wasi_fdstat_t){0}));
    EXPECT(BADF, __wasi_fd_prestat_get(closed[i], &(__wasi_prestat_t){0}));
  }
  return failures;
}
