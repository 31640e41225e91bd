// The covariance matrix of columns of data: strided sums.
#include "linear.h"

enum { Samples = 260, Values = 240 };

static void covariance(int m, int n, double count, double data[Samples][Values],
                       double result[Values][Values], double mean[Values]) {
  for (int j = 0; j < m; ++j) {
    mean[j] = 0;
    for (int i = 0; i < n; ++i)
      mean[j] += data[i][j];
    mean[j] /= count;
  }
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      data[i][j] -= mean[j];
  for (int i = 0; i < m; ++i)
    for (int j = i; j < m; ++j) {
      result[i][j] = 0;
      for (int k = 0; k < n; ++k)
        result[i][j] += data[k][i] * data[k][j];
      result[i][j] /= count - 1;
      result[j][i] = result[i][j];
    }
}

int main(int argc, char **argv) {
  double *data = newMatrix(Samples * Values),
         *result = newMatrix(Values * Values), *mean = newMatrix(Values);
  for (int round = rounds(argc, argv, 30); round > 0; --round) {
    covariance(Values, Samples, Samples, (void *)data, (void *)result, mean);
    data[round % Values] += 1;
  }
  mixDoubles(result, Values * Values);
  return finish();
}
