// Counts bytes and pairs of bytes, then sorts by counting.
#include "bench.h"

enum { Size = 1 << 18 };

static void countBytes(const uint8_t *data, int size, uint32_t *counts) {
  for (int i = 0; i < size; ++i)
    ++counts[data[i]];
}

static void sortByCounting(const uint8_t *data, int size, uint8_t *sorted) {
  uint32_t counts[256] = {0}, sum = 0;
  countBytes(data, size, counts);
  for (int i = 0; i < 256; ++i) {
    uint32_t here = counts[i];
    counts[i] = sum;
    sum += here;
  }
  for (int i = 0; i < size; ++i)
    sorted[counts[data[i]]++] = data[i];
}

int main(int argc, char **argv) {
  static uint32_t pairs[1 << 16], counts[256];
  uint8_t *data = allocate(Size), *sorted = allocate(Size);
  for (int i = 0; i < Size; ++i)
    data[i] = randomWord() % 251 * (randomWord() % 3) / 2;
  for (int round = rounds(argc, argv, 400); round > 0; --round) {
    countBytes(data, Size, counts);
    for (int i = 0; i + 1 < Size; ++i)
      ++pairs[data[i] << 8 | data[i + 1]];
    sortByCounting(data, Size, sorted);
    mix(sorted[randomWord() % Size]);
    data[randomWord() % Size] ^= 1;
  }
  for (int i = 0; i < 256; ++i)
    mix(counts[i]);
  mix(pairs[0x4242]);
  return finish();
}
