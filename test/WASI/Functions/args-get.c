// args_get stores pointers and the arguments they point to.
// RUN: %run_all %s --levels 1 --no-check --args one "two words"

#include "wasi_check.h"

int main(void) {
  __wasi_size_t count, size;
  uint8_t *argv[8], buffer[4096];
  OK(__wasi_args_sizes_get(&count, &size));
  EQUAL(count, 3);
  OK(__wasi_args_get(argv, buffer));
  HOLDS(argv[0] == buffer && argv[1] > argv[0] && argv[2] > argv[1]);
  HOLDS(!strcmp((char *)argv[1], "one") &&
        !strcmp((char *)argv[2], "two words"));
  EQUAL(argv[2] + 10 - buffer, size);
  return failures;
}
