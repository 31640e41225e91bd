// Orthogonalises the columns of a matrix: walks along columns and rows.
#include "linear.h"
#include <math.h>

enum { Rows = 200, Columns = 180 };

static void orthogonalise(int m, int n, double a[Rows][Columns],
                          double r[Columns][Columns], double q[Rows][Columns]) {
  for (int k = 0; k < n; ++k) {
    double square = 0;
    for (int i = 0; i < m; ++i)
      square += a[i][k] * a[i][k];
    r[k][k] = sqrt(square);
    for (int i = 0; i < m; ++i)
      q[i][k] = a[i][k] / r[k][k];
    for (int j = k + 1; j < n; ++j) {
      r[k][j] = 0;
      for (int i = 0; i < m; ++i)
        r[k][j] += q[i][k] * a[i][j];
      for (int i = 0; i < m; ++i)
        a[i][j] = a[i][j] - q[i][k] * r[k][j];
    }
  }
}

int main(int argc, char **argv) {
  double *a = newMatrix(Rows * Columns), *r = newMatrix(Columns * Columns),
         *q = newMatrix(Rows * Columns);
  for (int round = rounds(argc, argv, 66); round > 0; --round) {
    for (int i = 0; i < Rows * Columns; ++i)
      a[i] += q[i] + (i % 37) * 0.125;
    orthogonalise(Rows, Columns, (void *)a, (void *)r, (void *)q);
  }
  mixDoubles(q, Rows * Columns);
  return finish();
}
