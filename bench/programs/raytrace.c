// Spheres over a plane with shadows and reflections: structures passed by
// value, recursion, float arithmetic.
#include "bench.h"
#include <math.h>

typedef struct {
  float x, y, z;
} Vector;
typedef struct {
  Vector centre, colour;
  float radius, shine;
} Sphere;

enum { Spheres = 12, Width = 160, Height = 120 };

static Sphere spheres[Spheres];
static const Vector light = {-30, 60, -40};

static Vector add(Vector a, Vector b) {
  return (Vector){a.x + b.x, a.y + b.y, a.z + b.z};
}
static Vector scale(Vector a, float by) {
  return (Vector){a.x * by, a.y * by, a.z * by};
}
static Vector subtract(Vector a, Vector b) { return add(a, scale(b, -1)); }
static float dot(Vector a, Vector b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
static Vector unit(Vector a) { return scale(a, 1 / sqrtf(dot(a, a))); }

static const Sphere *hit(Vector from, Vector way, float *distance) {
  const Sphere *nearest = 0;
  for (int i = 0; i < Spheres; ++i) {
    Vector to = subtract(spheres[i].centre, from);
    float along = dot(to, way);
    float inside = along * along - dot(to, to) + spheres[i].radius;
    if (inside < 0)
      continue;
    float at = along - sqrtf(inside);
    if (at > 0.01f && at < *distance) {
      *distance = at;
      nearest = &spheres[i];
    }
  }
  return nearest;
}

static Vector trace(Vector from, Vector way, int depth) {
  float distance = 1000, shine = 0.1f;
  const Sphere *sphere = hit(from, way, &distance);
  Vector normal = {0, 1, 0}, colour = {0.3f, 0.5f, 0.9f};
  if (way.y < 0 && -from.y / way.y < distance) {
    distance = -from.y / way.y;
    sphere = 0;
    Vector at = add(from, scale(way, distance));
    int odd = ((int)floorf(at.x) + (int)floorf(at.z)) & 1;
    colour = odd ? (Vector){0.9f, 0.9f, 0.9f} : (Vector){0.2f, 0.2f, 0.2f};
  } else if (!sphere) {
    return scale(colour, 0.5f + 0.5f * way.y);
  }
  Vector at = add(from, scale(way, distance));
  if (sphere) {
    normal = unit(subtract(at, sphere->centre));
    colour = sphere->colour;
    shine = sphere->shine;
  }
  Vector toLight = unit(subtract(light, at));
  float far = 1000, bright = dot(normal, toLight);
  if (bright < 0 || hit(at, toLight, &far))
    bright = 0;
  Vector result = scale(colour, 0.2f + 0.8f * bright);
  if (depth < 4 && shine > 0) {
    Vector mirrored = subtract(way, scale(normal, 2 * dot(normal, way)));
    result = add(scale(result, 1 - shine),
                 scale(trace(at, mirrored, depth + 1), shine));
  }
  return result;
}

int main(int argc, char **argv) {
  for (int i = 0; i < Spheres; ++i) {
    float radius = 0.5f + (float)randomDouble();
    spheres[i].radius = radius * radius;
    spheres[i].centre = (Vector){(float)randomDouble() * 12 - 6, radius,
                                 (float)randomDouble() * 12};
    spheres[i].colour = (Vector){(float)randomDouble(), (float)randomDouble(),
                                 (float)randomDouble()};
    spheres[i].shine = i % 3 ? 0.4f : 0;
  }
  for (int round = rounds(argc, argv, 200); round > 0; --round) {
    Vector eye = {0.125f * (round % 16), 3, -10};
    for (int y = 0; y < Height; ++y)
      for (int x = 0; x < Width; ++x) {
        Vector way = {(x - Width / 2) / 100.0f, (Height / 2 - y) / 100.0f, 1};
        Vector colour = trace(eye, unit(way), 0);
        mix((uint32_t)(colour.x * 255) << 16 | (uint32_t)(colour.y * 255) << 8 |
            (uint32_t)(colour.z * 255));
      }
  }
  return finish();
}
