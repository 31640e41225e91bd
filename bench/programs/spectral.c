// The largest eigenvalue of an infinite matrix, by the power method: integer
// index arithmetic turned into divisions of doubles.
#include "bench.h"
#include <math.h>

enum { Size = 400 };

static double entry(int row, int column) {
  return 1.0 / ((row + column) * (row + column + 1) / 2 + row + 1);
}

static void multiply(const double *from, double *to, int transposed) {
  for (int i = 0; i < Size; ++i) {
    double sum = 0;
    for (int j = 0; j < Size; ++j)
      sum += (transposed ? entry(j, i) : entry(i, j)) * from[j];
    to[i] = sum;
  }
}

int main(int argc, char **argv) {
  double *u = allocate(Size * sizeof(double)),
         *v = allocate(Size * sizeof(double)),
         *w = allocate(Size * sizeof(double));
  for (int i = 0; i < Size; ++i)
    u[i] = 1;
  for (int round = rounds(argc, argv, 360); round > 0; --round) {
    multiply(u, w, 0);
    multiply(w, v, 1);
    multiply(v, w, 0);
    multiply(w, u, 1);
    double uv = 0, vv = 0;
    for (int i = 0; i < Size; ++i) {
      uv += u[i] * v[i];
      vv += v[i] * v[i];
    }
    mixDouble(sqrt(uv / vv));
    for (int i = 0; i < Size; ++i)
      u[i] /= vv;
  }
  return finish();
}
