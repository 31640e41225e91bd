// Multiplies every row of a three-dimensional array by a matrix.
#include "linear.h"

enum { Planes = 50, Rows = 40, Width = 60 };

static void doitgen(int r, int q, int p, double a[Planes][Rows][Width],
                    double c[Width][Width], double sum[Width]) {
  for (int i = 0; i < r; ++i)
    for (int j = 0; j < q; ++j) {
      for (int k = 0; k < p; ++k) {
        sum[k] = 0;
        for (int s = 0; s < p; ++s)
          sum[k] += a[i][j][s] * c[s][k];
      }
      for (int k = 0; k < p; ++k)
        a[i][j][k] = sum[k];
    }
}

int main(int argc, char **argv) {
  double *a = newMatrix(Planes * Rows * Width), *c = newMatrix(Width * Width),
         *sum = newMatrix(Width);
  // Rows that sum to less than one keep the numbers finite.
  for (int i = 0; i < Width * Width; ++i)
    c[i] /= Width / 2;
  for (int round = rounds(argc, argv, 84); round > 0; --round)
    doitgen(Planes, Rows, Width, (void *)a, (void *)c, sum);
  mixDoubles(a, Planes * Rows * Width);
  return finish();
}
