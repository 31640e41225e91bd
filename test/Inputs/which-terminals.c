// Prints which standard streams are terminals, and reads a line if 0 is one and
// there is no argument.

#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv) {
  printf("terminals:");
  for (int fd = 0; fd != 3; ++fd)
    if (isatty(fd))
      printf(" %d", fd);
  printf("\n");
  char line[32];
  if (argc == 1 && isatty(0) && fgets(line, sizeof line, stdin))
    printf("line: %s", line);
}
