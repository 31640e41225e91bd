// C = alpha A B + beta C.
#include "linear.h"

enum { Rows = 200, Columns = 220, Inner = 240 };

static void gemm(double alpha, double beta, double c[Rows][Columns],
                 double a[Rows][Inner], double b[Inner][Columns]) {
  for (int i = 0; i < Rows; ++i) {
    for (int j = 0; j < Columns; ++j)
      c[i][j] *= beta;
    for (int k = 0; k < Inner; ++k)
      for (int j = 0; j < Columns; ++j)
        c[i][j] += alpha * a[i][k] * b[k][j];
  }
}

int main(int argc, char **argv) {
  double *a = newMatrix(Rows * Inner), *b = newMatrix(Inner * Columns),
         *c = newMatrix(Rows * Columns);
  for (int round = rounds(argc, argv, 160); round > 0; --round)
    gemm(1.5, 0.5, (void *)c, (void *)a, (void *)b);
  mixDoubles(c, Rows * Columns);
  return finish();
}
