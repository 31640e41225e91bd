// Prints what the program was granted: arguments, $X and a file.

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  const char *path = "/d/file";
  printf("argv0 %s\n", argv[0]);
  for (int i = 1; i < argc; ++i) {
    printf("arg %s\n", argv[i]);
    if (!strcmp(argv[i], "-p"))
      path = argv[i + 1];
  }
  const char *x = getenv("X");
  printf("X is %s\n", x ? x : "unset");
  FILE *file = fopen(path, "r");
  char line[100] = "";
  if (!file)
    strcpy(line, strerror(errno));
  else
    fgets(line, sizeof line, file);
  printf("file: %s\n", line);
  return 0;
}
