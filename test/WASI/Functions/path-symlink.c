// path_symlink makes a link to whatever its target will be, but not out of
// here. RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_filestat_t stat;
  EXPECT(NOTCAPABLE, __wasi_path_symlink("/etc", CWD, "link"));
  EXPECT(NOTCAPABLE, __wasi_path_symlink("f", READ_ONLY, "link"));
  EXPECT(NOTCAPABLE, __wasi_path_symlink("f", CWD, "../link"));
  EXPECT(NOENT, __wasi_path_symlink("", CWD, "link"));
  EXPECT(BADF, __wasi_path_symlink("f", 99, "link"));
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "link", &stat));
  make_link("f", "link");
  EXPECT(EXIST, __wasi_path_symlink("g", CWD, "link"));
  EXPECT(NOENT, try_open(CWD, "link", 0, READ));
  make_file("f", "text");
  HOLDS(file_is(CWD, "link", "text"));
  return failures;
}
