// A 64 x 64 -> 128 bit product is one instruction, although clang calls a
// function for it that makes one of four 32-bit products.
// RUN: %clang_wasi -O2 %s -o %t.wasm
// RUN: %wasmc %t.wasm -O2 --target=linux -S -emit-llvm -o - | FileCheck %s --check-prefix=IR
// IR-LABEL: @wasm.product(
// IR: mul nuw i128
// IR-NOT: call
// IR: ret void
// RUN: %run_all %s --like-native --no-check --levels 0,2,3 --clang -O2

#include <stdint.h>
#include <stdio.h>

typedef unsigned __int128 wide;

__attribute__((noinline)) void product(wide *out, uint64_t a, uint64_t b) {
  *out = (wide)a * b;
}

__attribute__((noinline)) wide whole(wide a, wide b) { return a * b; }

__attribute__((noinline)) __int128 isSigned(int64_t a, int64_t b) {
  return (__int128)a * b;
}

__attribute__((noinline)) wide sums(uint64_t a, uint64_t b, uint64_t c) {
  wide sum = (wide)a * b;
  sum += (wide)b * c;
  sum += a;
  return (sum >> 51) + (wide)c * c + b;
}

static void print(const char *name, wide value) {
  printf("%s %016llx%016llx\n", name, (unsigned long long)(value >> 64),
         (unsigned long long)value);
}

int main(void) {
  const uint64_t values[] = {0, 1, 2, 0xffffffff, 0x100000000, 0x8000000000000000,
                             0xffffffffffffffff, 0x123456789abcdef0,
                             0xfedcba9876543210};
  const unsigned count = sizeof values / sizeof *values;
  for (unsigned i = 0; i < count; ++i)
    for (unsigned j = 0; j < count; ++j) {
      wide out;
      product(&out, values[i], values[j]);
      print("product", out);
      print("whole", whole(((wide)values[i] << 64) | values[j],
                           ((wide)values[j] << 64) | values[i]));
      print("sums", sums(values[i], values[j], values[i] ^ values[j]));
      print("signed", isSigned(values[i], values[j]));
    }
  return 0;
}
