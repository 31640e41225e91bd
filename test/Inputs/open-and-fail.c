// Opens the file that the first argument names. The second says how it ends if
// that fails: "exit", "trap", or "go on".

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
  puts(file ? "opened" : "failed");
  fflush(stdout);
  if (file || !strcmp(argv[2], "go on"))
    return 0;
  if (!strcmp(argv[2], "trap"))
    __builtin_trap();
  return 7;
}
