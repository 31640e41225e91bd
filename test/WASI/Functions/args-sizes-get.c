// args_sizes_get counts the arguments and their bytes with terminators.
// RUN: %run_all %s --levels 1 --no-check --args a "" grün

#include "wasi_check.h"

int main(int argc, char **argv) {
  __wasi_size_t count = 9, size = 9;
  OK(__wasi_args_sizes_get(&count, &size));
  EQUAL(count, 4);
  EQUAL(size, strlen(argv[0]) + 1 + sizeof "a" + sizeof "" + sizeof "grün");
  return failures;
}
