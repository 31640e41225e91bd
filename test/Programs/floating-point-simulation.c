// Planets and a fractal: the same digits as natively, at every level.
// RUN: %run_all %s --levels 0,1,2,3 --like-native --clang -ffp-contract=off -lm

#include <math.h>
#include <stdio.h>

enum { bodies = 5 };
static double mass[bodies] = {39.5, 0.04, 0.01, 0.002, 0.002};
static double position[bodies][3] = {
    {0, 0, 0}, {4.8, -1.2, -0.1}, {8.3, 4.1, -0.4}, {12.9, -15.1, -0.2}, {15.4, -25.9, 0.2}};
static double velocity[bodies][3] = {
    {0, 0, 0}, {0.6, 2.8, -0.02}, {-1.0, 1.8, 0.01}, {1.1, 0.9, -0.01}, {1.0, 0.6, -0.03}};

static void step(double dt) {
  for (int i = 0; i < bodies; ++i)
    for (int j = i + 1; j < bodies; ++j) {
      double d[3], square = 0;
      for (int k = 0; k < 3; ++k) {
        d[k] = position[i][k] - position[j][k];
        square += d[k] * d[k];
      }
      double pull = dt / (square * sqrt(square));
      for (int k = 0; k < 3; ++k) {
        velocity[i][k] -= d[k] * mass[j] * pull;
        velocity[j][k] += d[k] * mass[i] * pull;
      }
    }
  for (int i = 0; i < bodies; ++i)
    for (int k = 0; k < 3; ++k)
      position[i][k] += dt * velocity[i][k];
}

int main(void) {
  for (int i = 0; i < 20000; ++i)
    step(0.001);
  for (int i = 0; i < bodies; ++i)
    printf("%.17g %.17g %.17g\n", position[i][0], position[i][1], position[i][2]);
  for (int y = -12; y <= 12; ++y) {
    for (int x = -40; x < 20; ++x) {
      float re = 0, im = 0;
      int n = 0;
      for (; n < 200 && re * re + im * im < 4; ++n) {
        float next = re * re - im * im + x / 20.0f;
        im = 2 * re * im + y / 12.0f;
        re = next;
      }
      putchar(" .:-=+*#%@"[n * 9 / 200]);
    }
    putchar('\n');
  }
  return 0;
}
