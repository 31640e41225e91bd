// SHA-256 of a buffer: rotates, byte swaps and a long chain of additions.
#include "bench.h"

static uint32_t constants[64];
static uint32_t state[8];

static uint32_t rotate(uint32_t value, int by) {
  return value >> by | value << (32 - by);
}

// The first 32 bits of the fractional part of a prime's cube root (or square
// root), by bisection on integers.
static uint32_t fractionOfRoot(uint64_t prime, int cube) {
  unsigned __int128 low = 0, high = (unsigned __int128)20 << 32;
  while (high - low > 1) {
    unsigned __int128 middle = (low + high) / 2;
    int above =
        cube ? middle * middle > ((unsigned __int128)prime << 96) / middle
             : middle * middle > (unsigned __int128)prime << 64;
    if (above)
      high = middle;
    else
      low = middle;
  }
  return (uint32_t)low;
}

static void prepare(void) {
  int found = 0;
  for (int number = 2; found < 64; ++number) {
    int prime = 1;
    for (int i = 2; i * i <= number; ++i)
      prime &= number % i != 0;
    if (!prime)
      continue;
    if (found < 8)
      state[found] = fractionOfRoot(number, 0);
    constants[found++] = fractionOfRoot(number, 1);
  }
}

static void addBlock(const uint8_t *block) {
  uint32_t words[64];
  for (int i = 0; i < 16; ++i)
    words[i] = (uint32_t)block[4 * i] << 24 | block[4 * i + 1] << 16 |
               block[4 * i + 2] << 8 | block[4 * i + 3];
  for (int i = 16; i < 64; ++i) {
    uint32_t a = words[i - 15], b = words[i - 2];
    words[i] = words[i - 16] + words[i - 7] +
               (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
               (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
  }
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4],
           f = state[5], g = state[6], h = state[7];
  for (int i = 0; i < 64; ++i) {
    uint32_t first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                     ((e & f) ^ (~e & g)) + constants[i] + words[i];
    uint32_t second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                      ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + first;
    d = c, c = b, b = a, a = first + second;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
  state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

int main(int argc, char **argv) {
  enum { Size = 1 << 16 };
  uint8_t *data = allocate(Size);
  for (int i = 0; i < Size; ++i)
    data[i] = randomWord();
  prepare();
  mix(state[0]);
  mix(constants[63]);
  for (int round = rounds(argc, argv, 620); round > 0; --round)
    for (int i = 0; i < Size; i += 64)
      addBlock(data + i);
  for (int i = 0; i < 8; ++i)
    mix(state[i]);
  return finish();
}
