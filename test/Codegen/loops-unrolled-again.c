// A loop that was re-rolled and could not be vectorised is unrolled as it was;
// one that could be is left as the vectoriser made it, and -Os leaves both.
// RUN: %clang_wasi -O3 %s -o %t.wasm
// RUN: %wasmc -O2 --target=linux -S -emit-llvm %t.wasm -o - | FileCheck %s
// RUN: %wasmc -Os --target=linux -S -emit-llvm %t.wasm -o - | FileCheck %s --check-prefix=SIZE
// RUN: %run_all %s --like-native --no-check --levels 0,2,3,s --clang -O3
#include <stdint.h>
#include <stdio.h>

// The order of the additions must stay.
// CHECK-LABEL: define {{.*}} @wasm.product(
// CHECK: loop
// CHECK-COUNT-4: fadd double
// CHECK-NOT: fadd
// CHECK: br i1
// SIZE-LABEL: define {{.*}} @wasm.product(
// SIZE: loop
// SIZE: fadd double
// SIZE-NOT: fadd
// SIZE: br i1
__attribute__((noinline)) double product(const double *x, const double *y,
                                         int n) {
  double sum = 0;
#pragma clang loop unroll_count(4)
  for (int i = 0; i < 4 * n; ++i)
    sum += x[i] * y[3 * i];
  return sum;
}

// CHECK-LABEL: define {{.*}} @wasm.total(
// CHECK: vector.body:
// CHECK-COUNT-2: add <4 x i32>
// CHECK-NOT: add <4 x i32>
// CHECK: br i1
__attribute__((noinline)) uint32_t total(const uint32_t *x, int n) {
  uint32_t sum = 0;
#pragma clang loop unroll_count(4)
  for (int i = 0; i < 4 * n; ++i)
    sum += x[i];
  return sum;
}

int main(void) {
  static double x[64], y[192];
  static uint32_t z[64];
  for (int i = 0; i < 192; ++i)
    y[i] = i * 0.37 - 5, x[i % 64] = 1.0 / (i + 1), z[i % 64] += i * i;
  for (int n = 0; n <= 16; ++n)
    printf("%.17g %u\n", product(x, y, n), total(z, n));
}
