// Factors a positive-definite matrix: triangular loops with divisions.
#include "linear.h"
#include <math.h>

enum { Size = 300 };

static void cholesky(int n, double a[Size][Size]) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < i; ++j) {
      for (int k = 0; k < j; ++k)
        a[i][j] -= a[i][k] * a[j][k];
      a[i][j] /= a[j][j];
    }
    for (int k = 0; k < i; ++k)
      a[i][i] -= a[i][k] * a[i][k];
    a[i][i] = sqrt(a[i][i]);
  }
}

int main(int argc, char **argv) {
  double *a = newMatrix(Size * Size), *work = newMatrix(Size * Size);
  for (int i = 0; i < Size; ++i)
    a[i * Size + i] += Size;
  for (int round = rounds(argc, argv, 91); round > 0; --round) {
    memcpy(work, a, Size * Size * sizeof *a);
    work[0] += round;
    cholesky(Size, (void *)work);
  }
  mixDoubles(work, Size * Size);
  return finish();
}
