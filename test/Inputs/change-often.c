// Makes, changes, renames, links and removes names in d, twenty thousand times
// each, whatever becomes of it.

#include "wasi_check.h"

static int done, refused;

static void count(__wasi_errno_t error) { error ? ++refused : ++done; }

int main(void) {
  for (int i = 0; i != 20000; ++i) {
    __wasi_fd_t fd;
    if (!open_at(CWD, "d/f", CREAT | TRUNC, WRITE, &fd)) {
      __wasi_fd_close(fd);
      ++done;
    }
    count(__wasi_path_create_directory(CWD, "d/new"));
    count(__wasi_path_remove_directory(CWD, "d/new"));
    count(__wasi_path_filestat_set_times(CWD, FOLLOW, "d/f", 1, 1, 5));
    count(__wasi_path_link(CWD, 0, "d/f", CWD, "d/second"));
    count(__wasi_path_symlink("f", CWD, "d/link"));
    count(__wasi_path_rename(CWD, "d/second", CWD, "d/third"));
    count(__wasi_path_rename(CWD, "d/f", CWD, "mine"));
    count(__wasi_path_rename(CWD, "mine", CWD, "d/f"));
    count(__wasi_path_unlink_file(CWD, "d/third"));
    count(__wasi_path_unlink_file(CWD, "d/link"));
    count(__wasi_path_unlink_file(CWD, "d/f"));
  }
  printf("done %d, refused %d", done, refused);
  return 0;
}
