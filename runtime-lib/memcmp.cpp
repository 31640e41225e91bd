// memcmp: 8 bytes a turn, then the first difference decides.

#include "block.h"
#include "runtime.h"

extern "C" int memcmp(const void *left, const void *right, size_t size) {
  auto *a = static_cast<const uint8_t *>(left);
  auto *b = static_cast<const uint8_t *>(right);
  for (; size >= 8; size -= 8, a += 8, b += 8) {
    uint64_t x = loadBits<uint64_t>(a), y = loadBits<uint64_t>(b);
    if (x == y)
      continue;
    // Little endian: as big-endian numbers they compare like the bytes.
    x = __builtin_bswap64(x);
    y = __builtin_bswap64(y);
    return x < y ? -1 : 1;
  }
  for (; size; --size, ++a, ++b)
    if (*a != *b)
      return *a - *b;
  return 0;
}
