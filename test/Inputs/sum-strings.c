// Prints how many arguments and environment variables there are, and a sum of
// their bytes that depends on the order.

#include <stdint.h>
#include <stdio.h>
#include <wasi/api.h>

static char *texts[40000], bytes[4 << 20];

static void show(const char *what, __wasi_size_t count, __wasi_size_t size) {
  uint32_t sum = 0;
  for (__wasi_size_t i = 0; i != size; ++i)
    sum = sum * 31 + (uint8_t)bytes[i];
  printf("%s %u %u %u\n", what, (unsigned)count, (unsigned)size, (unsigned)sum);
}

int main(void) {
  __wasi_size_t count, size;
  if (__wasi_args_sizes_get(&count, &size) || count > 40000 ||
      size > sizeof bytes || __wasi_args_get((uint8_t **)texts, (uint8_t *)bytes))
    return 1;
  show("arguments", count, size);
  if (__wasi_environ_sizes_get(&count, &size) || count > 40000 ||
      size > sizeof bytes ||
      __wasi_environ_get((uint8_t **)texts, (uint8_t *)bytes))
    return 2;
  show("variables", count, size);
  return 0;
}
