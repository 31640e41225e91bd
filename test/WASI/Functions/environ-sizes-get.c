// environ_sizes_get counts the variables and their bytes with terminators;
// by default there are none.
// RUN: %run_all %s --levels 1 --no-check

#include "wasi_check.h"

int main(void) {
  __wasi_size_t count = 9, size = 9;
  OK(__wasi_environ_sizes_get(&count, &size));
  EQUAL(count, 0);
  EQUAL(size, 0);
  return failures;
}
