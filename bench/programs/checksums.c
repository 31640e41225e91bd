// CRC-32 one table and eight tables at a time, Adler-32, FNV and a 64-bit hash
// which multiplies to 128 bits.
#include "bench.h"

static uint32_t tables[8][256];

static void prepare(void) {
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t crc = i;
    for (int bit = 0; bit < 8; ++bit)
      crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    tables[0][i] = crc;
  }
  for (int k = 1; k < 8; ++k)
    for (int i = 0; i < 256; ++i)
      tables[k][i] = tables[k - 1][i] >> 8 ^ tables[0][tables[k - 1][i] & 255];
}

static uint32_t crcByBytes(const uint8_t *data, size_t size) {
  uint32_t crc = ~0u;
  for (size_t i = 0; i < size; ++i)
    crc = crc >> 8 ^ tables[0][(crc ^ data[i]) & 255];
  return ~crc;
}

static uint32_t crcByEights(const uint8_t *data, size_t size) {
  uint32_t crc = ~0u;
  for (; size >= 8; size -= 8, data += 8) {
    uint32_t low, high;
    memcpy(&low, data, 4);
    memcpy(&high, data + 4, 4);
    low ^= crc;
    crc = tables[7][low & 255] ^ tables[6][low >> 8 & 255] ^
          tables[5][low >> 16 & 255] ^ tables[4][low >> 24] ^
          tables[3][high & 255] ^ tables[2][high >> 8 & 255] ^
          tables[1][high >> 16 & 255] ^ tables[0][high >> 24];
  }
  for (; size > 0; --size)
    crc = crc >> 8 ^ tables[0][(crc ^ *data++) & 255];
  return ~crc;
}

static uint32_t adler(const uint8_t *data, size_t size) {
  uint32_t a = 1, b = 0;
  while (size > 0) {
    size_t part = size < 5552 ? size : 5552;
    size -= part;
    while (part-- > 0) {
      a += *data++;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b << 16 | a;
}

static uint64_t folded(uint64_t a, uint64_t b) {
  unsigned __int128 product = (unsigned __int128)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t hash(const uint8_t *data, size_t size) {
  uint64_t seed = 0xa0761d6478bd642f;
  for (; size >= 16; size -= 16, data += 16) {
    uint64_t a, b;
    memcpy(&a, data, 8);
    memcpy(&b, data + 8, 8);
    seed = folded(a ^ 0xe7037ed1a0b428db, b ^ seed);
  }
  return seed;
}

int main(int argc, char **argv) {
  enum { Size = 100003 };
  uint8_t *data = allocate(Size);
  for (int i = 0; i < Size; ++i)
    data[i] = randomWord();
  prepare();
  for (int round = rounds(argc, argv, 970); round > 0; --round) {
    uint32_t slow = crcByBytes(data, Size), fast = crcByEights(data, Size);
    if (slow != fast)
      return 1;
    mix(fast);
    mix(adler(data, Size));
    mix(hash(data, Size));
    data[round * 199 % Size] ^= round;
  }
  return finish();
}
