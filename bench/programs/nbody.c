// Five bodies under gravity: scalar floating point, square roots and divisions.
#include "bench.h"
#include <math.h>

enum { Bodies = 5 };

typedef struct {
  double at[3], speed[3], mass;
} Body;

static Body bodies[Bodies];

static void advance(double step) {
  for (int i = 0; i < Bodies; ++i)
    for (int j = i + 1; j < Bodies; ++j) {
      Body *a = &bodies[i], *b = &bodies[j];
      double x = a->at[0] - b->at[0], y = a->at[1] - b->at[1],
             z = a->at[2] - b->at[2];
      double square = x * x + y * y + z * z;
      double force = step / (square * sqrt(square));
      a->speed[0] -= x * b->mass * force;
      a->speed[1] -= y * b->mass * force;
      a->speed[2] -= z * b->mass * force;
      b->speed[0] += x * a->mass * force;
      b->speed[1] += y * a->mass * force;
      b->speed[2] += z * a->mass * force;
    }
  for (int i = 0; i < Bodies; ++i)
    for (int k = 0; k < 3; ++k)
      bodies[i].at[k] += step * bodies[i].speed[k];
}

int main(int argc, char **argv) {
  for (int i = 0; i < Bodies; ++i) {
    for (int k = 0; k < 3; ++k) {
      bodies[i].at[k] = 8 * i * (randomDouble() - 0.5);
      bodies[i].speed[k] = randomDouble() - 0.5;
    }
    bodies[i].mass = i ? 0.05 * randomDouble() : 40;
  }
  for (int round = rounds(argc, argv, 90); round > 0; --round) {
    for (int i = 0; i < 60000; ++i)
      advance(0.001);
    mixDoubles(bodies[0].at, 3);
    mixDoubles(bodies[4].at, 3);
  }
  return finish();
}
