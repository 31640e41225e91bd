// The mean of five neighbours, between two grids.
#include "linear.h"

enum { Size = 250, Steps = 20 };

static void smooth(int steps, int n, double a[Size][Size],
                   double b[Size][Size]) {
  for (int t = 0; t < steps; ++t) {
    for (int i = 1; i < n - 1; ++i)
      for (int j = 1; j < n - 1; ++j)
        b[i][j] = 0.2 * (a[i][j] + a[i][j - 1] + a[i][j + 1] + a[i + 1][j] +
                         a[i - 1][j]);
    for (int i = 1; i < n - 1; ++i)
      for (int j = 1; j < n - 1; ++j)
        a[i][j] = 0.2 * (b[i][j] + b[i][j - 1] + b[i][j + 1] + b[i + 1][j] +
                         b[i - 1][j]);
  }
}

int main(int argc, char **argv) {
  double *a = newMatrix(Size * Size), *b = newMatrix(Size * Size);
  for (int round = rounds(argc, argv, 300); round > 0; --round)
    smooth(Steps, Size, (void *)a, (void *)b);
  mixDoubles(a, Size * Size);
  return finish();
}
