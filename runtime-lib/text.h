// Assembles short texts in a caller's buffer: no allocation, so that it works
// in a fault handler. What does not fit is dropped.

#ifndef WASMC_TEXT_H
#define WASMC_TEXT_H

#include <stddef.h>
#include <stdint.h>

// The bytes before the terminating NUL.
size_t textLength(const char *text);

class TextWriter {
public:
  constexpr TextWriter(char *buffer, size_t capacity)
      : buffer(buffer), capacity(capacity) {}

  TextWriter &text(const char *value);
  // "0", "42"
  TextWriter &decimal(uint64_t value);
  // Right-aligned with spaces to `width` characters.
  TextWriter &decimalPadded(uint64_t value, unsigned width);
  // "0x2a"
  TextWriter &hex(uint64_t value);
  // "2a"
  TextWriter &hexDigits(uint64_t value);
  // A name from the module: control characters become '?' (a terminal must not
  // obey a hostile name), and more than `maxBytes` are cut at a character.
  TextWriter &name(const char *value, size_t maxBytes);

  const char *data() const { return buffer; }
  size_t size() const { return used; }

private:
  void byte(char value);

  char *buffer;
  size_t capacity;
  size_t used = 0;
};

#endif
