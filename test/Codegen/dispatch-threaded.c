// Each instruction of an interpreter gets its own jump to the next one, without
// a test whether there is such an instruction: also where one leads back at
// once, and where the loop is entered in the middle. Few instructions, or
// operands that nothing bounds, keep the one jump.
// RUN: %clang_wasi -O2 %s -o %t.wasm
// RUN: %wasmc %t.wasm -O2 --target=linux -S -o %t.s
// RUN: FileCheck %s < %t.s
// CHECK-LABEL: wasm.interpret:
// CHECK-COUNT-24: jmpq *%r
// CHECK-LABEL: wasm.unbounded:
// CHECK: jmpq *%r
// CHECK-NOT: jmpq *%r
// CHECK: retq
// RUN: %run_all %s --like-native --no-check --levels 0,2,3 --clang -O2

#include <stdint.h>
#include <stdio.h>

#define FOR_EACH(X) \
  X(1, a += b) X(2, b ^= a << 1) X(3, a -= b >> 5) X(4, b += 3) X(5, a *= 5) \
  X(6, a ^= b >> 3) X(7, b -= a) X(8, a |= 1) X(9, b *= 7) X(10, a += a >> 7) \
  X(11, b ^= 0x55) X(12, a = ~a) X(13, b = -b) X(14, a += *pc++) \
  X(15, b += *pc++ * a) X(16, if (a & 4) ++pc) X(17, if (b & 8) pc += 2) \
  X(18, a ^= a << 3) X(19, b += b << 2) X(20, a += 11) X(21, b -= 13) \
  X(22, a ^= 0x1234) X(23, b |= a & 7) X(24, a -= b) X(25, b ^= a) \
  X(26, a = a << 5 | a >> 27) X(27, b = b << 9 | b >> 23) X(28, a += b * 3)
#define CASE(number, work) case number: work; break;

__attribute__((noinline)) uint32_t interpret(const uint8_t *pc, uint32_t a, int late) {
  uint32_t b = a * 3;
  if (late)
    goto throwing;
  for (;;) {
    switch (*pc++) {
      FOR_EACH(CASE)
    case 29:
      break;
    case 30:
      if (a & 64)
        goto throwing;
      break;
    case 31:
      return a ^ b;
    default:
      a += 17;
    }
    continue;
  throwing:
    b += 1000 + a;
    pc += b >> 3 & 1;
  }
}

__attribute__((noinline)) uint32_t unbounded(const uint32_t *pc, uint32_t a) {
  uint32_t b = a * 3;
  for (;;)
    switch (*pc++) {
      FOR_EACH(CASE)
    case 31:
      return a ^ b;
    default:
      a += 17;
    }
}

int main(void) {
  static uint8_t code[5000];
  static uint32_t words[5000];
  uint32_t state = 1, sum = 0;
  for (int round = 0; round < 200; ++round) {
    for (int i = 0; i < 4900; ++i) {
      state = state * 1664525 + 1013904223;
      code[i] = (state >> 16) % (round % 2 ? 256 : 40);
      code[i] -= code[i] == 31;
      words[i] = code[i];
    }
    for (int i = 4900; i < 5000; ++i)
      code[i] = words[i] = 31;
    sum = sum * 31 + interpret(code, state, round % 3 == 0);
    sum = sum * 31 + unbounded(words, state);
  }
  printf("%u\n", sum);
  return 0;
}
