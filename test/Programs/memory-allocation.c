// malloc grows the memory, and what is stored stays.
// RUN: %run_all %s --args too-much
// CHECK: 16369005793431357997, 1508 pages
// CHECK-NEXT: no memory

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  enum { blocks = 200 };
  unsigned char *block[blocks];
  size_t size[blocks];
  uint32_t random = 1;
  for (int i = 0; i < blocks; ++i) {
    random = random * 1664525 + 1013904223;
    size[i] = random >> 12;
    block[i] = malloc(size[i]);
    memset(block[i], i, size[i]);
    if (i % 3 == 2) {
      free(block[i - 1]);
      block[i - 1] = calloc(1, size[i - 1] / 2 + 1);
      size[i - 1] /= 2;
    }
    if (i % 7 == 6)
      block[i] = realloc(block[i], size[i] *= 2);
  }
  uint64_t sum = 0;
  for (int i = 0; i < blocks; ++i) {
    size_t known = i % 7 == 6 ? size[i] / 2 : size[i];
    for (size_t at = 0; at < known; at += 97)
      sum = sum * 31 + block[i][at];
  }
  printf("%llu, %lu pages\n", (unsigned long long)sum,
         (unsigned long)__builtin_wasm_memory_size(0));
  // More than any 32-bit memory has.
  void *volatile huge = argc > 1 ? malloc(0xfffff000u) : block[0];
  puts(huge ? "memory" : "no memory");
  return 0;
}
