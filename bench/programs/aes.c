// AES-128 in counter mode by tables, which it computes first.
#include "bench.h"

static uint8_t box[256];
static uint32_t tables[4][256];

static uint8_t twice(uint8_t x) { return x << 1 ^ (x >> 7) * 0x1b; }

static void prepare(void) {
  // 3 generates the field's multiplicative group; 0xf6 is its inverse.
  uint8_t p = 1, q = 1;
  do {
    p = p ^ twice(p);
    q ^= q << 1;
    q ^= q << 2;
    q ^= q << 4;
    q ^= (q >> 7) * 0x09;
    uint8_t x = q;
    for (int i = 1; i < 5; ++i)
      x ^= (uint8_t)(q << i | q >> (8 - i));
    box[p] = x ^ 0x63;
  } while (p != 1);
  box[0] = 0x63;
  for (int i = 0; i < 256; ++i) {
    uint32_t s = box[i], d = twice(s);
    uint32_t column = d << 24 | s << 16 | s << 8 | (d ^ s);
    for (int k = 0; k < 4; ++k) {
      tables[k][i] = column;
      column = column >> 8 | column << 24;
    }
  }
}

static void expand(const uint32_t key[4], uint32_t *words) {
  uint8_t constant = 1;
  memcpy(words, key, 16);
  for (int i = 4; i < 44; ++i) {
    uint32_t w = words[i - 1];
    if (i % 4 == 0) {
      w = (uint32_t)(box[w >> 16 & 255] ^ constant) << 24 |
          box[w >> 8 & 255] << 16 | box[w & 255] << 8 | box[w >> 24];
      constant = twice(constant);
    }
    words[i] = words[i - 4] ^ w;
  }
}

static void encrypt(const uint32_t *words, const uint32_t *from, uint32_t *to) {
  uint32_t s[4], t[4];
  for (int i = 0; i < 4; ++i)
    s[i] = from[i] ^ words[i];
  for (int round = 1; round < 10; ++round) {
    for (int i = 0; i < 4; ++i)
      t[i] = tables[0][s[i] >> 24] ^ tables[1][s[(i + 1) % 4] >> 16 & 255] ^
             tables[2][s[(i + 2) % 4] >> 8 & 255] ^
             tables[3][s[(i + 3) % 4] & 255] ^ words[4 * round + i];
    memcpy(s, t, sizeof s);
  }
  for (int i = 0; i < 4; ++i)
    to[i] = ((uint32_t)box[s[i] >> 24] << 24 |
             box[s[(i + 1) % 4] >> 16 & 255] << 16 |
             box[s[(i + 2) % 4] >> 8 & 255] << 8 | box[s[(i + 3) % 4] & 255]) ^
            words[40 + i];
}

int main(int argc, char **argv) {
  enum { Blocks = 4096 };
  uint32_t key[4] = {0x2b7e1516, 0x28aed2a6, 0xabf71588, 0x09cf4f3c}, words[44];
  uint32_t counter[4] = {0x3243f6a8, 0x885a308d, 0x313198a2, 0xe0370734};
  uint32_t *data = calloc(Blocks, 16), mask[4];
  prepare();
  for (int round = rounds(argc, argv, 1700); round > 0; --round) {
    expand(key, words);
    for (int block = 0; block < Blocks; ++block) {
      encrypt(words, counter, mask);
      if (block == 0)
        mix((uint64_t)mask[0] << 32 | mask[3]);
      for (int i = 0; i < 4; ++i)
        data[4 * block + i] ^= mask[i];
      ++counter[3];
    }
    key[round % 4] ^= mask[0];
  }
  mix(data[4 * (Blocks - 1)]);
  return finish();
}
