// Function pointers, recursion, variable arguments, structures by value.
// RUN: %run_all %s --like-native

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  double x, y;
  int tag;
} Point;

static Point move(Point p, double dx, double dy) {
  return (Point){p.x + dx, p.y + dy, p.tag + 1};
}
static double area(int count, ...) {
  va_list list;
  va_start(list, count);
  double sum = 0;
  for (int i = 0; i < count; ++i) {
    Point p = va_arg(list, Point);
    sum += p.x * p.y + va_arg(list, int64_t);
  }
  va_end(list);
  return sum;
}
static unsigned ackermann(unsigned m, unsigned n) {
  return !m ? n + 1 : ackermann(m - 1, n ? ackermann(m, n - 1) : 1);
}
static int64_t add(int64_t a, int64_t b) { return a + b; }
static int64_t subtract(int64_t a, int64_t b) { return a - b; }
static int64_t divide(int64_t a, int64_t b) { return b ? a / b : 0; }
static int64_t shift(int64_t a, int64_t b) { return a >> (b & 63); }
static int compare(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

int main(void) {
  int64_t (*const operations[])(int64_t, int64_t) = {add, subtract, divide,
                                                      shift};
  int64_t value = 1234567890123;
  for (int i = 0; i < 1000; ++i)
    value = operations[(value ^ i) & 3](value, i * 77 - 5000);
  printf("%lld\n", (long long)value);
  printf("%u\n", ackermann(2, 300));
  Point p = move(move((Point){1, 2, 0}, 3, 4), 0.5, 0.25);
  printf("%g %g %d %g\n", p.x, p.y, p.tag,
         area(2, p, INT64_C(5), move(p, 1, 1), INT64_C(-7)));
  int numbers[500];
  for (int i = 0; i < 500; ++i)
    numbers[i] = i * 7919 % 1009;
  qsort(numbers, 500, sizeof *numbers, compare);
  int key = numbers[250];
  int *found = bsearch(&key, numbers, 500, sizeof *numbers, compare);
  printf("%d %d %d %d\n", numbers[0], numbers[499], key, *found);
  return 0;
}
