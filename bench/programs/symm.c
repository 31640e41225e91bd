// C = alpha A B + beta C with a symmetric A of which only half is stored.
#include "linear.h"

enum { Rows = 200, Columns = 240 };

static void symm(int m, int n, double alpha, double beta,
                 double c[Rows][Columns], double a[Rows][Rows],
                 double b[Rows][Columns]) {
  for (int i = 0; i < m; ++i)
    for (int j = 0; j < n; ++j) {
      double sum = 0;
      for (int k = 0; k < i; ++k) {
        c[k][j] += alpha * b[i][j] * a[i][k];
        sum += b[k][j] * a[i][k];
      }
      c[i][j] = beta * c[i][j] + alpha * b[i][j] * a[i][i] + alpha * sum;
    }
}

int main(int argc, char **argv) {
  double *a = newMatrix(Rows * Rows), *b = newMatrix(Rows * Columns),
         *c = newMatrix(Rows * Columns);
  for (int round = rounds(argc, argv, 66); round > 0; --round)
    symm(Rows, Columns, 1.5, 0.25, (void *)c, (void *)a, (void *)b);
  mixDoubles(c, Rows * Columns);
  return finish();
}
