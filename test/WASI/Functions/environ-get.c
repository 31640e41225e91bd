// environ_get stores pointers and the variables they point to.
// RUN: %run_all %s --levels 1 --no-check --wasmc --env=A=b=c --env=EMPTY=

#include "wasi_check.h"

int main(void) {
  __wasi_size_t count, size;
  uint8_t *environ[8], buffer[256];
  OK(__wasi_environ_sizes_get(&count, &size));
  EQUAL(count, 2);
  OK(__wasi_environ_get(environ, buffer));
  HOLDS(environ[0] == buffer && !strcmp((char *)buffer, "A=b=c"));
  HOLDS(!strcmp((char *)environ[1], "EMPTY="));
  EQUAL(environ[1] + 7 - buffer, size);
  return failures;
}
