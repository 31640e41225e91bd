// Electric and magnetic fields on a grid, in turns.
#include "linear.h"

enum { Width = 220, Height = 240, Steps = 40 };

static void propagate(int steps, int nx, int ny, double ex[Width][Height],
                      double ey[Width][Height], double hz[Width][Height],
                      double source[Steps]) {
  for (int t = 0; t < steps; ++t) {
    for (int j = 0; j < ny; ++j)
      ey[0][j] = source[t];
    for (int i = 1; i < nx; ++i)
      for (int j = 0; j < ny; ++j)
        ey[i][j] = ey[i][j] - 0.5 * (hz[i][j] - hz[i - 1][j]);
    for (int i = 0; i < nx; ++i)
      for (int j = 1; j < ny; ++j)
        ex[i][j] = ex[i][j] - 0.5 * (hz[i][j] - hz[i][j - 1]);
    for (int i = 0; i < nx - 1; ++i)
      for (int j = 0; j < ny - 1; ++j)
        hz[i][j] = hz[i][j] -
                   0.7 * (ex[i][j + 1] - ex[i][j] + ey[i + 1][j] - ey[i][j]);
  }
}

int main(int argc, char **argv) {
  double *ex = newMatrix(Width * Height), *ey = newMatrix(Width * Height),
         *hz = newMatrix(Width * Height), *source = newMatrix(Steps);
  for (int round = rounds(argc, argv, 160); round > 0; --round)
    propagate(Steps, Width, Height, (void *)ex, (void *)ey, (void *)hz, source);
  mixDoubles(hz, Width * Height);
  return finish();
}
