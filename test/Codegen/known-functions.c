// Functions of the C library have a fast way: the same results as plain
// loops, whatever the lengths, alignments and overlaps.
// RUN: %clang_wasi -O2 %s -o %t.wasm
// RUN: %wasmc %t.wasm -O2 --target=linux -S -emit-llvm -o - > %t.ll
// RUN: FileCheck %s --check-prefix=SCAN < %t.ll
// RUN: FileCheck %s --check-prefix=COPY < %t.ll
// RUN: FileCheck %s --check-prefix=FILL < %t.ll
// SCAN: define {{.*}} @wasm.strcmp(
// SCAN: load <16 x i8>
// SCAN: load <16 x i8>
// SCAN: musttail call {{.*}} @wasmc.body.wasm.strcmp(
// SCAN-NOT: call
// SCAN: {{^}}}
// COPY: define {{.*}} @wasm.memcpy(
// COPY-DAG: call void @llvm.memcpy.p0.p0.i64(
// COPY-DAG: musttail call {{.*}} @wasmc.body.wasm.memcpy(
// FILL: define {{.*}} @wasm.memset(
// FILL-DAG: call void @llvm.memset.p0.i64(
// FILL-DAG: musttail call {{.*}} @wasmc.body.wasm.memset(
// RUN: %run_all %s --levels 0,2,3 --clang -O2 --clang -fno-builtin
// CHECK: 0 differences

#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { Size = 400 };
static unsigned char b[Size], expected[Size];
static unsigned char *a; // at the end of memory
static uint32_t state = 1, differences;

static uint32_t randomBelow(uint32_t bound) {
  state = state * 1664525 + 1013904223;
  return (state >> 8) % bound;
}

static void check(int ok) { differences += !ok; }

static void fill(void) {
  uint32_t letters = 1 + randomBelow(3), zeros = 2 + randomBelow(99);
  for (int i = 0; i < Size; ++i) {
    a[i] = randomBelow(zeros) ? 250 + randomBelow(letters) : 0;
    b[i] = randomBelow(60) ? a[i] : randomBelow(256);
  }
  a[Size - 1] = b[Size - 1] = 0;
}

static void copies(uint32_t to, uint32_t from, uint32_t size) {
  memcpy(expected, a, Size);
  for (uint32_t i = 0; i < size; ++i)
    expected[to + i] = a[from + i];
  memmove(a + to, a + from, size);
  check(!memcmp(a, expected, Size));
  for (uint32_t i = 0; i < size; ++i)
    expected[to + i] = 7 + size;
  check(memset(a + to, 7 + size, size) == a + to);
  check(!memcmp(a, expected, Size));
  check(stpcpy((char *)b, (char *)a + from) ==
        (char *)b + strlen((char *)a + from));
  check(!strcmp((char *)b, (char *)a + from));
}

static void searches(const unsigned char *s, const unsigned char *t, int byte,
                     uint32_t size) {
  uint32_t length = 0, same = 0, found = 0, first = 0, prefix = 0;
  while (s[length])
    ++length;
  check(strlen((const char *)s) == length);
  while (s[same] && s[same] == t[same])
    ++same;
  check(strcmp((const char *)s, (const char *)t) == s[same] - t[same]);
  uint32_t last = same < size ? same : size - 1;
  check(strncmp((const char *)s, (const char *)t, size) ==
        (size ? s[last] - t[last] : 0));
  while (found < size && s[found] != byte)
    ++found;
  check(memchr(s, byte + 256, size) == (found < size ? s + found : 0));
  while (s[first] && s[first] != byte)
    ++first;
  check(strchrnul((const char *)s, byte) == (const char *)s + first);
  while (prefix < size && s[prefix] == t[prefix])
    ++prefix;
  check(memcmp(s, t, size) == (prefix < size ? s[prefix] - t[prefix] : 0));
}

int main(void) {
  size_t pages = __builtin_wasm_memory_grow(0, 1);
  a = (unsigned char *)((pages + 1) * 65536 - Size);
  for (int i = 0; i < 3000; ++i) {
    fill();
    uint32_t at = randomBelow(Size / 2), other = randomBelow(Size / 2);
    searches(a + at, b + at, 250 + randomBelow(4), randomBelow(Size / 2));
    copies(at, other, randomBelow(Size / 2));
    fill();
    uint32_t rest = 1 + randomBelow(60), size = randomBelow(rest + 1);
    searches(a + Size - rest, b + Size - rest, 250 + randomBelow(4), size);
    copies(Size - rest, other, randomBelow(rest));
  }
  printf("%u differences\n", differences);
}
