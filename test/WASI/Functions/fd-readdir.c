// fd_readdir lists every name once, with its type and inode.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  static uint8_t buffer[4096];
  __wasi_size_t used, names = 0;
  __wasi_filestat_t stat;
  __wasi_dirent_t entry;
  make_file("file", "");
  OK(__wasi_path_create_directory(CWD, "dir"));
  OK(__wasi_fd_readdir(CWD, buffer, sizeof buffer, 0, &used));
  for (__wasi_size_t at = 0; at < used; ++names) {
    memcpy(&entry, buffer + at, sizeof entry);
    const char *name = (char *)buffer + at + sizeof entry;
    at += sizeof entry + entry.d_namlen;
    int is_file = entry.d_namlen == 4 && !memcmp(name, "file", 4);
    int is_dir = entry.d_namlen == 3 && !memcmp(name, "dir", 3);
    HOLDS(is_file || is_dir || name[0] == '.');
    EQUAL(entry.d_type,
          is_file ? __WASI_FILETYPE_REGULAR_FILE : __WASI_FILETYPE_DIRECTORY);
    if (is_file || is_dir) {
      OK(__wasi_path_filestat_get(CWD, 0, is_file ? "file" : "dir", &stat));
      EQUAL(entry.d_ino, stat.ino);
    }
  }
  EQUAL(names, 4);
  OK(__wasi_fd_readdir(CWD, buffer, sizeof buffer, entry.d_next, &used));
  EQUAL(used, 0);
  EXPECT(BADF, __wasi_fd_readdir(99, buffer, 9, 0, &used));
  EXPECT(NOTDIR, __wasi_fd_readdir(open_file("f", "", FILE_RIGHTS), buffer, 9,
                                   0, &used));
  return failures;
}
