// Prints how many environment variables there are, and each.

#include <stdio.h>

extern char **environ;

int main(void) {
  int count = 0;
  while (environ && environ[count])
    ++count;
  printf("%d variables\n", count);
  for (int i = 0; i < count; ++i)
    printf("%s\n", environ[i]);
  return 0;
}
