// Raises the WASI signal that the argument names and says what came of it.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((import_module("wasi_snapshot_preview1"),
               import_name("proc_raise"))) uint32_t
proc_raise(uint32_t);

int main(int argc, char **argv) {
  uint32_t error = proc_raise(strtoul(argv[1], NULL, 0));
  printf("errno %u\n", (unsigned)error);
  return 0;
}
