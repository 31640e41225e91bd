// Vectors pass between host and module by pointers, at any alignment.
//
// RUN: %run_host %s %S/Inputs/vectors.wat | FileCheck %s
// RUN: %run_host --ways lib %s %S/Inputs/vectors.wat -- -O0 --instances=many > %t.many
// RUN: FileCheck %s < %t.many
//
// CHECK:      sum 0: 111 122 133 144
// CHECK-NEXT: both 0: 1.5 3, 2.5
// CHECK-NEXT: turned 0: 6 8 10 12 14 16 18 20 22 24 26 28 30 0 2 4
// CHECK-NEXT: halved 0: 12, 7 25
// CHECK-NEXT: dropped 0
// CHECK-NEXT: exit status 0
#include "vectors.h"
#include <cstdio>
#include <cstring>

extern "C" void env_turn(wasmc_instance *, int32_t by, const wasmc_v128 *from,
                         wasmc_v128 *to) {
  for (int i = 0; i < 16; ++i)
    to->bytes[i] = from->bytes[(i + by) % 16];
}

extern "C" void env_halves(wasmc_instance *, const wasmc_v128 *from,
                           wasmc_v128 *low, int64_t *sum, wasmc_v128 *high) {
  int64_t halves[2];
  memcpy(halves, from, 16);
  int64_t added[] = {halves[0] + 1, 10};
  memcpy(low, added, 16);
  *sum = halves[0] + halves[1];
  added[0] = 1;
  added[1] = 8 + halves[1];
  memcpy(high, added, 16);
}

template <class T> struct Lanes {
  T lanes[16 / sizeof(T)];
  Lanes(const wasmc_v128 &from) { memcpy(lanes, &from, 16); }
  static wasmc_v128 of(const T (&values)[16 / sizeof(T)]) {
    wasmc_v128 vector;
    memcpy(&vector, values, 16);
    return vector;
  }
};

int main() {
  vectors_module vectors;
  struct {
    char odd;
    wasmc_v128 a, b, result;
  } v;
  v.a = Lanes<int32_t>::of({10, 20, 30, 40});
  v.b = Lanes<int32_t>::of({1, 2, 3, 4});
  int status = vectors_sum(vectors.instance(), &v.a, 100, &v.b, &v.result);
  Lanes<int32_t> sum = v.result;
  printf("sum %d: %d %d %d %d\n", status, sum.lanes[0], sum.lanes[1],
         sum.lanes[2], sum.lanes[3]);
  v.a = Lanes<double>::of({1, 2.5});
  double high = 0;
  status = vectors.call_both(0.5, v.a, v.result, high);
  Lanes<double> both = v.result;
  printf("both %d: %g %g, %g\n", status, both.lanes[0], both.lanes[1], high);
  for (int i = 0; i < 16; ++i)
    v.a.bytes[i] = uint8_t(i);
  status = vectors.call_turned(v.a, v.result);
  printf("turned %d:", status);
  for (uint8_t byte : v.result.bytes)
    printf(" %d", byte);
  int64_t total = 0;
  v.a = Lanes<int64_t>::of({5, 7});
  status = vectors.call_halved(v.a, total, v.result);
  Lanes<int64_t> halved = v.result;
  printf("\nhalved %d: %d, %d %d\n", status, int(total), int(halved.lanes[0]),
         int(halved.lanes[1]));
  printf("dropped %d\n", vectors_turned(vectors.instance(), &v.a, nullptr));
}
