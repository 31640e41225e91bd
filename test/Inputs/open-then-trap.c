// Writes the number of a new file into it, then traps.

#include <fcntl.h>
#include <stdio.h>

int main(void) {
  int fd = open("file", O_CREAT | O_WRONLY, 0666);
  dprintf(fd, "the number is %d\n", fd);
  __builtin_trap();
}
