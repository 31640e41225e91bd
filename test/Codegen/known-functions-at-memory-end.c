// Known functions may use the last byte of memory and trap on the next one.
// RUN: %clang_wasi -O2 -fno-builtin %s -o %t.wasm
// RUN: %run_all %t.wasm --check-prefix=NOTHING --levels 0,2
// NOTHING: 6 0 7 9 -97
// RUN: %run_all %t.wasm --no-check --levels 2 --exit 134 --args strlen
// RUN: %run_all %t.wasm --no-check --levels 2 --exit 134 --args memcpy
// RUN: %run_all %t.wasm --no-check --levels 2 --exit 134 --args memset
// RUN: %run_all %t.wasm --no-check --levels 2 --exit 134 --args memcmp
// RUN: %run_all %t.wasm --check-prefix=TRAP --levels 0,2 --exit 134 --args strcmp
// TRAP: 0: {{.*}}!strcmp
// TRAP-NEXT: 1: {{.*}}!main
// RUN: %run_all %t.wasm --no-check --levels 2 --exit 134 --args memchr
// RUN: %run_all %t.wasm --no-check --levels 2 --exit 134 --args stpcpy
// RUN: %run_all %t.wasm --no-check --levels 2 --exit 134 --args memmove

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static char buffer[64];

int main(int argc, char **argv) {
  char *end = (char *)(__builtin_wasm_memory_size(0) * 65536);
  const char *what = argc > 1 ? argv[1] : "";
  memcpy(end - 7, "abcdef", 7);
  printf("%d %d", (int)strlen(end - 7), strcmp(end - 7, "abcdef"));
  printf(" %d", (int)((char *)memchr(end - 7, 0, 4000) - (end - 7) + 1));
  memmove(end - 9, end - 7, 7);
  printf(" %d %d\n", (int)(strchr(end - 9, 0) - (end - 9) + 3),
         strncmp("", end - 9, 3));
  fflush(stdout);
  memset(end - 40, 'x', 40);
  memset(buffer, 'x', 63);
  if (!strcmp(what, "strlen"))
    return strlen(end - 20);
  if (!strcmp(what, "memcpy"))
    return *(char *)memcpy(end - 10, buffer, 11);
  if (!strcmp(what, "memset"))
    return *(char *)memset(end - 30, 0, 31);
  if (!strcmp(what, "memcmp"))
    return memcmp(end - 18, buffer, 19);
  if (!strcmp(what, "strcmp"))
    return strcmp(end - 18, buffer);
  if (!strcmp(what, "memchr"))
    return memchr(end - 18, 'y', 19) != 0;
  if (!strcmp(what, "stpcpy"))
    return *stpcpy(end - 20, buffer);
  if (!strcmp(what, "memmove"))
    return *(char *)memmove(end - 21, end - 20, 21);
  return 0;
}
