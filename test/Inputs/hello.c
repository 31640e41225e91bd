// What everybody compiles first.

#include <stdio.h>

int main(void) {
  printf("hello, %d is %.1f\n", 42, 42.0);
  return 0;
}
