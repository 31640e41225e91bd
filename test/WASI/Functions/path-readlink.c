// path_readlink gives as much of a target as the buffer takes, and no more.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  uint8_t buffer[32];
  __wasi_size_t used = 99;
  make_link("some/target", "link");
  memset(buffer, '#', sizeof buffer);
  OK(__wasi_path_readlink(CWD, "link", buffer, sizeof buffer, &used));
  EQUAL(used, 11);
  HOLDS(!memcmp(buffer, "some/target#", 12));
  memset(buffer, '#', sizeof buffer);
  OK(__wasi_path_readlink(CWD, "link", buffer, 4, &used));
  EQUAL(used, 4);
  HOLDS(!memcmp(buffer, "some#", 5));
  OK(__wasi_path_readlink(CWD, "link", buffer, 0, &used));
  EQUAL(used, 0);
  make_file("f", "");
  OK(__wasi_path_create_directory(CWD, "d"));
  EXPECT(INVAL, __wasi_path_readlink(CWD, "f", buffer, 9, &used));
  EXPECT(INVAL, __wasi_path_readlink(CWD, "d", buffer, 9, &used));
  EXPECT(INVAL, __wasi_path_readlink(CWD, ".", buffer, 9, &used));
  EXPECT(NOENT, __wasi_path_readlink(CWD, "missing", buffer, 9, &used));
  EXPECT(NOENT, __wasi_path_readlink(CWD, "link/", buffer, 9, &used));
  return failures;
}
