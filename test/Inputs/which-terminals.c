// Prints which standard streams are terminals, and reads a line if 0 is one.

#include <stdio.h>
#include <unistd.h>

int main(void) {
  printf("terminals:");
  for (int fd = 0; fd != 3; ++fd)
    if (isatty(fd))
      printf(" %d", fd);
  printf("\n");
  char line[32];
  if (isatty(0) && fgets(line, sizeof line, stdin))
    printf("line: %s", line);
}
