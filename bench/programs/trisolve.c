// LU factors and triangular solves with rows taken through pointers.
#include "linear.h"

enum { Size = 220 };

static void factor(int n, double **a) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < i; ++j) {
      double sum = a[i][j];
      for (int k = 0; k < j; ++k)
        sum -= a[i][k] * a[k][j];
      a[i][j] = sum / a[j][j];
    }
    for (int j = i; j < n; ++j) {
      double sum = a[i][j];
      for (int k = 0; k < i; ++k)
        sum -= a[i][k] * a[k][j];
      a[i][j] = sum;
    }
  }
}

static void solve(int n, double **a, double *x) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < i; ++j)
      x[i] -= a[i][j] * x[j];
  for (int i = n - 1; i >= 0; --i) {
    for (int j = i + 1; j < n; ++j)
      x[i] -= a[i][j] * x[j];
    x[i] /= a[i][i];
  }
}

int main(int argc, char **argv) {
  double *rows[Size], *x = newMatrix(Size);
  for (int round = rounds(argc, argv, 130); round > 0; --round) {
    for (int i = 0; i < Size; ++i) {
      rows[i] = newMatrix(Size);
      rows[i][i] += Size;
    }
    factor(Size, rows);
    for (int i = 0; i < 10; ++i)
      solve(Size, rows, x);
    mixDoubles(x, Size);
    fillMatrix(x, Size);
    for (int i = 0; i < Size; ++i)
      free(rows[i]);
  }
  return finish();
}
