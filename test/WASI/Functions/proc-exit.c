// proc_exit ends the program with its number, whatever is still open.
// RUN: %run_wasi %s --exit 42

#include "wasi_check.h"

int main(void) {
  fputs("not flushed", stdout);
  open_file("f", "text", FILE_RIGHTS);
  __wasi_proc_exit(failures ? 1 : 42);
}
