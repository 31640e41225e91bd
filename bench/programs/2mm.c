// D = alpha A B C + beta D, by dot products.
#include "linear.h"

enum { I = 180, J = 190, K = 210, L = 220 };

static void multiplyTwice(int ni, int nj, int nk, int nl, double alpha,
                          double beta, double t[I][J], double a[I][K],
                          double b[K][J], double c[J][L], double d[I][L]) {
  for (int i = 0; i < ni; ++i)
    for (int j = 0; j < nj; ++j) {
      t[i][j] = 0;
      for (int k = 0; k < nk; ++k)
        t[i][j] += alpha * a[i][k] * b[k][j];
    }
  for (int i = 0; i < ni; ++i)
    for (int j = 0; j < nl; ++j) {
      d[i][j] *= beta;
      for (int k = 0; k < nj; ++k)
        d[i][j] += t[i][k] * c[k][j];
    }
}

int main(int argc, char **argv) {
  double *t = newMatrix(I * J), *a = newMatrix(I * K), *b = newMatrix(K * J),
         *c = newMatrix(J * L), *d = newMatrix(I * L);
  for (int round = rounds(argc, argv, 20); round > 0; --round)
    multiplyTwice(I, J, K, L, 1.5, 0.5, (void *)t, (void *)a, (void *)b,
                  (void *)c, (void *)d);
  mixDoubles(d, I * L);
  return finish();
}
