// fd_prestat_dir_name stores the name, without a terminator.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  uint8_t name[4] = "####";
  OK(__wasi_fd_prestat_dir_name(READ_ONLY, name, 2));
  HOLDS(!memcmp(name, "ro##", 4));
  OK(__wasi_fd_prestat_dir_name(CWD, name, 4));
  HOLDS(!memcmp(name, ".o##", 4));
  EXPECT(NAMETOOLONG, __wasi_fd_prestat_dir_name(READ_ONLY, name, 1));
  EXPECT(BADF, __wasi_fd_prestat_dir_name(5, name, 4));
  EXPECT(BADF, __wasi_fd_prestat_dir_name(1, name, 4));
  HOLDS(!memcmp(name, ".o##", 4));
  return failures;
}
