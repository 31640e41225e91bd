// Following more than 40 links is a loop; exactly 40 are fine.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  make_link("b", "a");
  make_link("a", "b");
  make_link("self", "self");
  EXPECT(LOOP, try_open(CWD, "a", 0, READ));
  EXPECT(LOOP, try_open(CWD, "a/x", 0, READ));
  EXPECT(LOOP, try_open(CWD, "self", CREAT, WRITE));
  __wasi_filestat_t stat;
  EXPECT(LOOP, __wasi_path_filestat_get(CWD, FOLLOW, "b", &stat));
  EXPECT(LOOP, __wasi_path_unlink_file(CWD, "a/x"));
  make_file("l0", "end");
  for (int i = 1; i <= 41; ++i) {
    char target[8], name[8];
    sprintf(target, "l%d", i - 1);
    sprintf(name, "l%d", i);
    make_link(target, name);
  }
  HOLDS(file_is(CWD, "l40", "end"));
  EXPECT(LOOP, try_open(CWD, "l41", 0, READ));
  return failures;
}
