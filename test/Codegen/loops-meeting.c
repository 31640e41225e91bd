// A loop whose two indices meet is not vectorised; one that only goes through
// two arrays in opposite directions is.
// RUN: %clang_wasi -O2 %s -o %t.wasm
// RUN: %wasmc %t.wasm -O2 --target=linux -S -emit-llvm -o - | FileCheck %s --check-prefix=IR
// IR-LABEL: define {{.*}} @wasm.swapEnds(
// IR-NOT: <4 x i32>
// IR: {{^}}}
// IR-LABEL: define {{.*}} @wasm.reverse(
// IR: store <4 x i32>
// IR: {{^}}}
// RUN: %run_all %s --like-native --no-check --levels 0,2,3 --clang -O2

#include <stdio.h>

__attribute__((noinline)) void swapEnds(int *a, int low, int high) {
  for (; low < high; ++low, --high) {
    int kept = a[low];
    a[low] = a[high];
    a[high] = kept;
  }
}

__attribute__((noinline)) void reverse(int *restrict to, const int *restrict from, int n) {
  for (int i = 0, j = n; i < n; ++i)
    to[i] = from[--j];
}

int main(void) {
  static int a[200], b[200];
  unsigned sum = 0;
  for (int size = 0; size < 200; ++size) {
    for (int i = 0; i < 200; ++i)
      a[i] = i * i + size;
    swapEnds(a, size / 7, size);
    reverse(b, a, size);
    for (int i = 0; i < 200; ++i)
      sum = sum * 31 + a[i] + b[i] * 7;
  }
  printf("%u\n", sum);
  return 0;
}
