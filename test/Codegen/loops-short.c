// Eight iterations over two arrays are worth a check whether those overlap;
// four are not.
// RUN: %clang_wasi -O2 -fno-unroll-loops %s -o %t.wasm
// RUN: %wasmc -O2 --target=linux -S -emit-llvm %t.wasm -o - | FileCheck %s
// RUN: %run_all %s --like-native --no-check --levels 0,2,3 --clang -O2
#include <stdint.h>
#include <stdio.h>

// CHECK-LABEL: define {{.*}} @wasm.eight(
// CHECK: vector.body
// CHECK: ret void
__attribute__((noinline)) void eight(int32_t *to, const int32_t *from) {
#pragma clang loop unroll(disable)
  for (int i = 0; i < 8; ++i)
    to[i] = from[i] * from[i + 8] + (from[i + 16] ^ from[i + 24]) * 3;
}

// CHECK-LABEL: define {{.*}} @wasm.four(
// CHECK-NOT: vector.body
// CHECK: ret void
__attribute__((noinline)) void four(int32_t *to, const int32_t *from) {
#pragma clang loop unroll(disable)
  for (int i = 0; i < 4; ++i)
    to[i] = from[i] * from[i + 8] + (from[i + 16] ^ from[i + 24]) * 3;
}

int main(void) {
  int32_t words[48];
  for (int i = 0; i < 48; ++i)
    words[i] = i * i - 7 * i;
  eight(words + 40, words);
  eight(words + 1, words); // they overlap
  four(words + 2, words);
  for (int i = 0; i < 48; ++i)
    printf("%d\n", words[i]);
}
