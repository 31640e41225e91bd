// The mean of nine neighbours in place: each point waits for the one before.
#include "linear.h"

enum { Size = 200 };

static void relax(int steps, int n, double a[Size][Size]) {
  for (int t = 0; t < steps; ++t)
    for (int i = 1; i < n - 1; ++i)
      for (int j = 1; j < n - 1; ++j)
        a[i][j] = (a[i - 1][j - 1] + a[i - 1][j] + a[i - 1][j + 1] +
                   a[i][j - 1] + a[i][j] + a[i][j + 1] + a[i + 1][j - 1] +
                   a[i + 1][j] + a[i + 1][j + 1]) /
                  9.0;
}

int main(int argc, char **argv) {
  double *a = newMatrix(Size * Size);
  for (int round = rounds(argc, argv, 89); round > 0; --round)
    relax(10, Size, (void *)a);
  mixDoubles(a, Size * Size);
  return finish();
}
