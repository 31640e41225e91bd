// Calls through tables of function pointers, some with one target, some with
// many, of several signatures: the cost of an indirect call.
#include "bench.h"

typedef struct Shape Shape;
typedef struct {
  int32_t (*area)(const Shape *);
  void (*scale)(Shape *, int32_t by);
  int64_t (*weigh)(const Shape *, int64_t density, int32_t extra);
} Methods;
struct Shape {
  const Methods *methods;
  int32_t width, height;
};

static int32_t areaOfBox(const Shape *s) { return s->width * s->height; }
static int32_t areaOfRing(const Shape *s) {
  return s->width * s->width - s->height;
}
static int32_t areaOfLine(const Shape *s) { return s->width; }
static void scaleBoth(Shape *s, int32_t by) {
  s->width = (s->width * by) & 0xffff;
  s->height = (s->height + by) & 0xffff;
}
static void scaleWidth(Shape *s, int32_t by) {
  s->width = (s->width + by) & 0xfff;
}
static int64_t weighPlain(const Shape *s, int64_t density, int32_t extra) {
  return s->methods->area(s) * density + extra;
}
static int64_t weighFrame(const Shape *s, int64_t density, int32_t extra) {
  return (s->methods->area(s) & 0xff) * density - extra;
}

static const Methods kinds[] = {
    {areaOfBox, scaleBoth, weighPlain},
    {areaOfRing, scaleWidth, weighPlain},
    {areaOfLine, scaleWidth, weighFrame},
};

static int compare(const void *a, const void *b) {
  const Shape *left = a, *right = b;
  int32_t difference = left->methods->area(left) - right->methods->area(right);
  return difference ? difference : left->height - right->height;
}

int main(int argc, char **argv) {
  enum { Count = 1024 };
  Shape *shapes = allocate(Count * sizeof *shapes);
  for (int i = 0; i < Count; ++i) {
    shapes[i].methods = &kinds[randomWord() % 3];
    shapes[i].width = randomWord() & 0xff;
    shapes[i].height = randomWord() & 0xff;
  }
  for (int round = rounds(argc, argv, 69); round > 0; --round) {
    int64_t sum = 0;
    for (int pass = 0; pass < 600; ++pass)
      for (int i = 0; i < Count; ++i) {
        Shape *shape = &shapes[i];
        shape->methods->scale(shape, pass + i);
        sum += shape->methods->area(shape);
        sum ^= shape->methods->weigh(shape, sum & 0xffff, pass);
      }
    qsort(shapes, Count, sizeof *shapes, compare);
    mix(sum);
  }
  for (int i = 0; i < Count; ++i)
    mix((uint32_t)shapes[i].width);
  return finish();
}
