// Arguments arrive byte for byte: empty ones, quotes, backslashes, UTF-8; and
// their buffers may end where memory ends.
// RUN: %run_all %s --levels 1 --args "" "a b" 'say "hi"' \
// RUN:   'c:\dir\' 'q\"x' 'grüße €' '*' 'end\'

// CHECK: 8 arguments
// CHECK-NEXT: [] 0
// CHECK-NEXT: [a b] 3
// CHECK-NEXT: [say "hi"] 8
// CHECK-NEXT: [c:\dir\] 7
// CHECK-NEXT: [q\"x] 4
// CHECK-NEXT: [grüße €] 11
// CHECK-NEXT: [*] 1
// CHECK-NEXT: [end\] 4
// CHECK-NEXT: at the end of memory: 0 21

#include "wasi_check.h"

RAW(args_get) uint32_t raw_args_get(uint32_t, uint32_t);

int main(int argc, char **argv) {
  __wasi_size_t count, size;
  printf("%d arguments\n", argc - 1);
  for (int i = 1; i < argc; ++i)
    printf("[%s] %zu\n", argv[i], strlen(argv[i]));
  OK(__wasi_args_sizes_get(&count, &size));
  EQUAL(count, argc);
  uint32_t end = ADDRESS(__builtin_wasm_memory_grow(0, 1) + 1) << 16;
  uint32_t error = raw_args_get(end - size - 4 * count, end - size);
  printf("at the end of memory: %u", error);
  error = raw_args_get(end - size - 4 * count, end - size + 1);
  printf(" %u\n", error);
  return failures;
}
