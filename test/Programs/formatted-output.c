// printf in all its forms says what it says under node.
// REQUIRES: node
// RUN: %run_all %s --like-node

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  double numbers[] = {0.0, -0.0, 1.0 / 3, 1e300 * 1e10, 5e-324, 123456789.125,
                      -2.5, 1e21, 0.1 + 0.2};
  for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; ++i)
    printf("%g %f %e %a %.17g %10.3f|%-12.2e|%+.0f\n", numbers[i], numbers[i],
           numbers[i], numbers[i], numbers[i], numbers[i], numbers[i],
           numbers[i]);
  printf("%d %i %u %x %#X %o %c %s %%\n", -1, 42, 3000000000u, 48879, 48879, 8,
         'x', "text");
  printf("%" PRId64 " %" PRIu64 " %" PRIx64 "\n", INT64_MIN, UINT64_MAX,
         INT64_MAX);
  printf("[%5d] [%-5d] [%05d] [%+d] [% d] [%.3d]\n", 7, 7, 7, 7, 7, 7);
  printf("[%10s] [%-10s] [%.2s] [%*s] [%-*s]\n", "abc", "abc", "abc", 6, "ab",
         6, "ab");
  char buffer[16];
  int length = snprintf(buffer, sizeof buffer, "%s", "longer than the buffer");
  printf("%d %zu %s\n", length, strlen(buffer), buffer);
  int a, b;
  double c;
  char word[10];
  int count = sscanf("12 0x1f 2.5e3 word", "%d %i %lf %9s", &a, &b, &c, word);
  printf("%d %d %d %g %s\n", count, a, b, c, word);
  return 0;
}
