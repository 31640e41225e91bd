// The formatter behind error messages and trap reports.

#include "text.h"

size_t textLength(const char *text) {
  size_t length = 0;
  while (text[length])
    ++length;
  return length;
}

void TextWriter::byte(char value) {
  if (used < capacity)
    buffer[used++] = value;
}

TextWriter &TextWriter::text(const char *value) {
  while (*value)
    byte(*value++);
  return *this;
}

TextWriter &TextWriter::decimalPadded(uint64_t value, unsigned width) {
  char digits[20];
  unsigned count = 0;
  do {
    digits[count++] = '0' + value % 10;
    value /= 10;
  } while (value);
  for (unsigned i = count; i < width; ++i)
    byte(' ');
  while (count)
    byte(digits[--count]);
  return *this;
}

TextWriter &TextWriter::decimal(uint64_t value) {
  return decimalPadded(value, 0);
}

TextWriter &TextWriter::hex(uint64_t value) {
  return text("0x").hexDigits(value);
}

TextWriter &TextWriter::hexDigits(uint64_t value) {
  unsigned shift = 60;
  while (shift && !(value >> shift))
    shift -= 4;
  for (;; shift -= 4) {
    byte("0123456789abcdef"[(value >> shift) & 15]);
    if (!shift)
      return *this;
  }
}

TextWriter &TextWriter::name(const char *value, size_t maxBytes) {
  for (size_t i = 0; value[i]; ++i) {
    uint8_t c = value[i];
    // Only the first byte of a character may be where the cut is.
    if (i >= maxBytes && (c & 0xc0) != 0x80)
      return text("...");
    // U+0080..U+009F are control characters too: C2 80..C2 9F in UTF-8.
    bool isC1 = c == 0xc2 && (uint8_t)value[i + 1] >= 0x80 &&
                (uint8_t)value[i + 1] < 0xa0;
    if (isC1)
      ++i;
    byte(c < 0x20 || c == 0x7f || isC1 ? '?' : c);
  }
  return *this;
}
