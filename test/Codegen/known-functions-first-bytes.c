// A call that compares strings looks at their first bytes before, at -O2 and
// -O3; one that compares memory does not.
// RUN: %clang_wasi -O2 -fno-builtin %s -o %t.wasm
// RUN: %wasmc %t.wasm -O2 --target=linux -S -emit-llvm -o - | FileCheck %s
// RUN: %wasmc %t.wasm -O1 --target=linux -S -emit-llvm -o - > %t.O1.ll
// RUN: FileCheck %s --check-prefix=NONE < %t.O1.ll
// RUN: %wasmc %t.wasm -Os --target=linux -S -emit-llvm -o - > %t.Os.ll
// RUN: FileCheck %s --check-prefix=NONE < %t.Os.ll
// CHECK: define {{.*}} @wasm.strings(
// CHECK: load i8
// CHECK: load i8
// CHECK: call fastcc i32 @wasm.strcmp(
// CHECK: define {{.*}} @wasm.parts(
// CHECK: icmp {{ne|eq}} i32 %2, 0
// CHECK: load i8
// CHECK: load i8
// CHECK: call fastcc i32 @wasm.strncmp(
// CHECK: define {{.*}} @wasm.memory(
// CHECK-NOT: load
// CHECK: call fastcc i32 @wasm.memcmp(
// NONE: define {{.*}} @wasm.strings(
// NONE-NOT: load
// NONE: call fastcc i32 @wasm.strcmp(

// What they return, and where they trap.
// RUN: %run_all %t.wasm --check-prefix=RESULTS --levels 0,2,3
// RESULTS: -1 1 97 -97 0 -2 0 0 0 -98
// RUN: %run_all %t.wasm --check-prefix=TRAP --levels 0,2,3 --exit 134 --args beyond
// TRAP: address 0x{{[0-9a-f]+}}0000, memory size
// TRAP: 0: {{.*}}!strcmp
// TRAP-NEXT: 1: {{.*}}!strings

#include <stdio.h>
#include <string.h>

__attribute__((noinline)) int strings(const char *a, const char *b) {
  return strcmp(a, b) + 0;
}
__attribute__((noinline)) int parts(const char *a, const char *b, size_t n) {
  return strncmp(a, b, n) + 0;
}
__attribute__((noinline)) int memory(const char *a, const char *b, size_t n) {
  return memcmp(a, b, n) + 0;
}

int main(int argc, char **argv) {
  char *end = (char *)(__builtin_wasm_memory_size(0) * 65536);
  if (argc > 1)
    return strings("", end);
  end[-1] = 'b';
  printf("%d %d %d %d %d", strings("a", "b"), strings("xb", "xa"),
         strings("a", ""), strings("", "a"), strings("", ""));
  printf(" %d %d %d %d %d\n", parts("a", "c", 1), parts("a", "b", 0),
         parts("ab", "ac", 1), memory("ab", "ac", 1), parts("", end - 1, 9));
  return 0;
}
