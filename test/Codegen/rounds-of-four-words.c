// What is done to four words in step is done to a vector of them, also if it is
// as deep as the double round of a cipher, in which the words change places.
// RUN: %clang_wasi -O2 %s -o %t.wasm
// RUN: %wasmc -O2 --target=linux -S -emit-llvm %t.wasm -o - | FileCheck %s
// RUN: %run_all %s --like-native --no-check --levels 0,2,3 --clang -O2
#include <stdint.h>
#include <stdio.h>

#define TURN(x, by) ((x) << (by) | (x) >> (32 - (by)))
#define QUARTER(a, b, c, d)                                                    \
  a += b, d = TURN(d ^ a, 16), c += d, b = TURN(b ^ c, 12);                    \
  a += b, d = TURN(d ^ a, 8), c += d, b = TURN(b ^ c, 7);
#define EACH(do)                                                               \
  do                                                                           \
  (0) do(1) do(2) do(3) do(4) do(5) do(6) do(7) do(8) do(9) do(10) do(11) do(  \
      12) do(13) do(14) do(15)
#define LOAD(i) uint32_t x##i, s##i = state[i];
#define START(i) x##i = s##i;
#define MIX(i) x##i = (x##i + s##i) ^ from[i];
#define STORE(i) to[i] = x##i;

// CHECK-LABEL: define {{.*}} @wasm.cipher(
// CHECK-COUNT-4: phi <4 x i32>
// CHECK-NOT: @llvm.fshl.i32
// CHECK-COUNT-8: @llvm.fshl.v4i32(
// CHECK: ret void
__attribute__((noinline)) void
cipher(const uint32_t *state, const uint32_t *from, uint32_t *to, int blocks) {
  EACH(LOAD)
  for (; blocks > 0; --blocks, from += 16, to += 16) {
    EACH(START)
#pragma clang loop unroll(disable)
    for (int round = 0; round < 10; ++round) {
      QUARTER(x0, x4, x8, x12)
      QUARTER(x1, x5, x9, x13)
      QUARTER(x2, x6, x10, x14)
      QUARTER(x3, x7, x11, x15)
      QUARTER(x0, x5, x10, x15)
      QUARTER(x1, x6, x11, x12)
      QUARTER(x2, x7, x8, x13)
      QUARTER(x3, x4, x9, x14)
    }
    EACH(MIX)
    if (!++s12)
      ++s13;
    EACH(STORE)
  }
}

int main(void) {
  uint32_t state[16], words[64], sum = 0;
  for (int i = 0; i < 16; ++i)
    state[i] = i * 0x9e3779b9;
  for (int i = 0; i < 64; ++i)
    words[i] = i * i - 7 * i;
  cipher(state, words, words, 4);
  for (int i = 0; i < 64; ++i)
    sum = sum * 31 + words[i];
  printf("%08x\n", (unsigned)sum);
  return 0;
}
