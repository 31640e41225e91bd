// Bytes to base64 and back: tables, shifts and checks byte by byte.
#include "bench.h"

static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static int8_t values[256];

static size_t encode(const uint8_t *from, size_t size, char *to) {
  char *start = to;
  size_t i = 0;
  for (; i + 2 < size; i += 3) {
    uint32_t bits = from[i] << 16 | from[i + 1] << 8 | from[i + 2];
    *to++ = digits[bits >> 18];
    *to++ = digits[bits >> 12 & 63];
    *to++ = digits[bits >> 6 & 63];
    *to++ = digits[bits & 63];
  }
  if (i < size) {
    uint32_t bits = from[i] << 16 | (i + 1 < size ? from[i + 1] << 8 : 0);
    *to++ = digits[bits >> 18];
    *to++ = digits[bits >> 12 & 63];
    *to++ = i + 1 < size ? digits[bits >> 6 & 63] : '=';
    *to++ = '=';
  }
  return to - start;
}

static size_t decode(const char *from, size_t size, uint8_t *to) {
  uint8_t *start = to;
  uint32_t bits = 0;
  int have = 0;
  for (size_t i = 0; i < size; ++i) {
    int value = values[(unsigned char)from[i]];
    if (value < 0)
      break;
    bits = bits << 6 | value;
    have += 6;
    if (have >= 8) {
      have -= 8;
      *to++ = bits >> have;
    }
  }
  return to - start;
}

int main(int argc, char **argv) {
  enum { Size = 100000 };
  uint8_t *data = allocate(Size + 3);
  char *text = allocate(Size * 2);
  memset(values, -1, sizeof values);
  for (int i = 0; i < 64; ++i)
    values[(unsigned char)digits[i]] = i;
  for (int i = 0; i < Size; ++i)
    data[i] = randomWord();
  for (int round = rounds(argc, argv, 2100); round > 0; --round) {
    size_t length = encode(data, Size - round % 3, text);
    mix(length);
    text[round % 1000] = digits[round % 64];
    mix(decode(text, length, data));
  }
  mixBytes(data, Size);
  return finish();
}
