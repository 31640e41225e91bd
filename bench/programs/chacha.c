// ChaCha20 and Poly1305-like sums over a buffer: rotates of 32-bit words held
// in arrays, 64-bit products.
#include "bench.h"

static uint32_t rotate(uint32_t x, int by) { return x << by | x >> (32 - by); }

static void quarter(uint32_t *s, int a, int b, int c, int d) {
  s[a] += s[b], s[d] = rotate(s[d] ^ s[a], 16);
  s[c] += s[d], s[b] = rotate(s[b] ^ s[c], 12);
  s[a] += s[b], s[d] = rotate(s[d] ^ s[a], 8);
  s[c] += s[d], s[b] = rotate(s[b] ^ s[c], 7);
}

static void block(const uint32_t state[16], uint8_t *to) {
  uint32_t s[16];
  memcpy(s, state, sizeof s);
  for (int i = 0; i < 10; ++i) {
    quarter(s, 0, 4, 8, 12);
    quarter(s, 1, 5, 9, 13);
    quarter(s, 2, 6, 10, 14);
    quarter(s, 3, 7, 11, 15);
    quarter(s, 0, 5, 10, 15);
    quarter(s, 1, 6, 11, 12);
    quarter(s, 2, 7, 8, 13);
    quarter(s, 3, 4, 9, 14);
  }
  for (int i = 0; i < 16; ++i) {
    uint32_t word = s[i] + state[i];
    to[4 * i] ^= word;
    to[4 * i + 1] ^= word >> 8;
    to[4 * i + 2] ^= word >> 16;
    to[4 * i + 3] ^= word >> 24;
  }
}

static uint64_t authenticate(const uint8_t *data, size_t size, uint64_t key) {
  uint64_t low = key & 0x3ffffff, high = key >> 32, a = 1, b = 2;
  for (size_t i = 0; i + 8 <= size; i += 8) {
    uint32_t first, second;
    memcpy(&first, data + i, 4);
    memcpy(&second, data + i + 4, 4);
    a = (a & 0x3ffffff) * low + (b >> 26) + first;
    b = (b & 0x3ffffff) * high + (a >> 26) + second;
  }
  return a ^ b;
}

int main(int argc, char **argv) {
  enum { Size = 1 << 16 };
  uint32_t state[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
  uint8_t *data = calloc(1, Size);
  for (int i = 4; i < 16; ++i)
    state[i] = randomWord();
  for (int round = rounds(argc, argv, 2700); round > 0; --round) {
    for (int i = 0; i < Size; i += 64) {
      block(state, data + i);
      ++state[12];
    }
    mix(authenticate(data, Size, (uint64_t)state[4] << 32 | state[5]));
  }
  return finish();
}
