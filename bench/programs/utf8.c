// Validates UTF-8, turns it into UTF-16 and back, and changes ASCII's case.
#include "bench.h"

static size_t toUtf16(const uint8_t *from, size_t size, uint16_t *to) {
  uint16_t *start = to;
  for (size_t i = 0; i < size;) {
    uint32_t code = from[i++];
    if (code >= 0x80) {
      int more = code >= 0xf0 ? 3 : code >= 0xe0 ? 2 : code >= 0xc2 ? 1 : 0;
      if (more == 0 || i + more > size)
        return 0;
      code &= 0x3f >> more;
      for (; more > 0; --more, ++i) {
        if ((from[i] & 0xc0) != 0x80)
          return 0;
        code = code << 6 | (from[i] & 0x3f);
      }
    }
    if (code >= 0x10000) {
      *to++ = 0xd7c0 + (code >> 10);
      code = 0xdc00 | (code & 0x3ff);
    }
    *to++ = code;
  }
  return to - start;
}

static size_t toUtf8(const uint16_t *from, size_t size, uint8_t *to) {
  uint8_t *start = to;
  for (size_t i = 0; i < size; ++i) {
    uint32_t code = from[i];
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < size)
      code = 0x10000 + ((code & 0x3ff) << 10) + (from[++i] & 0x3ff);
    if (code < 0x80) {
      *to++ = code;
    } else if (code < 0x800) {
      *to++ = 0xc0 | code >> 6;
      *to++ = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      *to++ = 0xe0 | code >> 12;
      *to++ = 0x80 | (code >> 6 & 0x3f);
      *to++ = 0x80 | (code & 0x3f);
    } else {
      *to++ = 0xf0 | code >> 18;
      *to++ = 0x80 | (code >> 12 & 0x3f);
      *to++ = 0x80 | (code >> 6 & 0x3f);
      *to++ = 0x80 | (code & 0x3f);
    }
  }
  return to - start;
}

static void swapCase(uint8_t *text, size_t size) {
  for (size_t i = 0; i < size; ++i) {
    uint8_t letter = text[i] | 0x20;
    if (letter >= 'a' && letter <= 'z')
      text[i] ^= 0x20;
  }
}

int main(int argc, char **argv) {
  enum { Count = 60000 };
  uint16_t *wide = allocate(Count * 4);
  uint8_t *narrow = allocate(Count * 6);
  size_t size = 0;
  while (size < Count) {
    uint32_t kind = randomWord() % 100;
    uint32_t code = kind < 70   ? 'A' + randomWord() % 58
                    : kind < 85 ? 0xc0 + randomWord() % 0x400
                    : kind < 98 ? 0x3040 + randomWord() % 0x5000
                                : 0x1f300 + randomWord() % 0x300;
    if (code >= 0x10000) {
      wide[size++] = 0xd7c0 + (code >> 10);
      code = 0xdc00 | (code & 0x3ff);
    }
    wide[size++] = code;
  }
  for (int round = rounds(argc, argv, 500); round > 0; --round) {
    size_t length = toUtf8(wide, size, narrow);
    mix(length);
    swapCase(narrow, length);
    size = toUtf16(narrow, length, wide);
    mix(size);
    mix(wide[round % size]);
  }
  return finish();
}
