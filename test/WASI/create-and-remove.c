// Directories and files come and go; what is open stays usable.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat;
  __wasi_fd_t fd, dir;
  char text[5] = "";
  __wasi_iovec_t in = {(uint8_t *)text, 4};
  __wasi_size_t size;
  OK(__wasi_path_create_directory(CWD, "d"));
  EXPECT(EXIST, __wasi_path_create_directory(CWD, "d"));
  EXPECT(NOENT, __wasi_path_create_directory(CWD, "no/d"));
  make_file("d/f", "text");
  EXPECT(EXIST, __wasi_path_create_directory(CWD, "d/f"));
  EXPECT(NOTDIR, __wasi_path_create_directory(CWD, "d/f/x"));
  EXPECT(NOTEMPTY, __wasi_path_remove_directory(CWD, "d"));
  EXPECT(NOTDIR, __wasi_path_remove_directory(CWD, "d/f"));
  EXPECT(NOENT, __wasi_path_remove_directory(CWD, "x"));
  EXPECT(ISDIR, __wasi_path_unlink_file(CWD, "d"));
  EXPECT(NOENT, __wasi_path_unlink_file(CWD, "x"));
  OK(__wasi_path_unlink_file(CWD, "d/f"));
  OK(__wasi_path_remove_directory(CWD, "d"));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "d", &stat));
  // What is open loses its name at once and its bytes when closed. (On Wine,
  // which has no POSIX semantics for removing, both when closed.)
  if (on_windows())
    return failures;
  OK(__wasi_path_create_directory(CWD, "d"));
  make_file("d/f", "text");
  OK(open_at(CWD, "d/f", 0, FILE_RIGHTS, &fd));
  OK(__wasi_path_unlink_file(CWD, "d/f"));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "d/f", &stat));
  OK(__wasi_fd_read(fd, &in, 1, &size));
  HOLDS(!strcmp(text, "text"));
  make_file("d/f", "again");
  OK(__wasi_fd_close(fd));
  HOLDS(file_is(CWD, "d/f", "again"));
  OK(__wasi_path_unlink_file(CWD, "d/f"));
  // Nothing can be made in a removed directory.
  OK(open_at(CWD, "d", DIRECTORY, ALL_RIGHTS & ~WRITE, &dir));
  OK(__wasi_path_remove_directory(CWD, "d"));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "d", &stat));
  EXPECT(NOENT, try_open(dir, "f", CREAT, WRITE));
  OK(__wasi_fd_close(dir));
  OK(__wasi_path_create_directory(CWD, "d"));
  return failures;
}
