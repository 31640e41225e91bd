// Every third byte of an array: the vectoriser loads 12 bytes at a time, for
// which there is no register. The program is compiled for AVX2, and the baseline's
// runs.
// RUN: %clang_wasi -O3 %s -o %t.wasm
// RUN: %wasmc -O2 -mcpu=x86-64-v3 -S -emit-llvm %t.wasm -o - | FileCheck %s
// CHECK: load volatile <12 x i8>
// RUN: %wasmc -O2 -mcpu=x86-64-v3 %t.wasm -o %t
// RUN: %run_all %s --like-native --levels 2,3 --clang -O3
#include <stdint.h>
#include <stdio.h>

static uint8_t memory[4096];

__attribute__((noinline)) void mix(uint8_t *restrict a, const uint8_t *c,
                                   int n, uint32_t k) {
#pragma clang loop unroll_count(3)
  for (int i = 0; i < n; ++i)
    a[3 * i + 2] += k ^ (i + (c[i] ^ a[3 * i + 8]));
}

int main(void) {
  for (unsigned i = 0; i < sizeof memory; ++i)
    memory[i] = i * 7;
  mix(memory, memory + 3000, 900, 5);
  uint32_t hash = 0;
  for (unsigned i = 0; i < sizeof memory; ++i)
    hash = hash * 31 + memory[i];
  printf("%u\n", hash);
  return 0;
}
