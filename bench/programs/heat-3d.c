// Heat spreading in a cube.
#include "linear.h"

enum { Size = 40, Steps = 20 };

static void spread(int n, double to[Size][Size][Size],
                   double from[Size][Size][Size]) {
  for (int i = 1; i < n - 1; ++i)
    for (int j = 1; j < n - 1; ++j)
      for (int k = 1; k < n - 1; ++k)
        to[i][j][k] =
            0.125 *
                (from[i + 1][j][k] - 2.0 * from[i][j][k] + from[i - 1][j][k]) +
            0.125 *
                (from[i][j + 1][k] - 2.0 * from[i][j][k] + from[i][j - 1][k]) +
            0.125 *
                (from[i][j][k + 1] - 2.0 * from[i][j][k] + from[i][j][k - 1]) +
            from[i][j][k];
}

int main(int argc, char **argv) {
  double *a = newMatrix(Size * Size * Size), *b = newMatrix(Size * Size * Size);
  for (int round = rounds(argc, argv, 150); round > 0; --round)
    for (int step = 0; step < Steps; ++step) {
      spread(Size, (void *)b, (void *)a);
      spread(Size, (void *)a, (void *)b);
    }
  mixDoubles(a, Size * Size * Size);
  return finish();
}
