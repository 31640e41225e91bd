// The filter for Windows names.

#include "name.h"

namespace {

constexpr uint32_t invalid = ~0u;

// Takes one code point off `text`; surrogates are allowed, as in WTF-8.
// `invalid` for anything else that is no shortest form.
uint32_t takeCodePoint(const uint8_t *&text) {
  uint32_t first = *text++;
  if (first < 0x80)
    return first;
  if (first < 0xc2 || first > 0xf4)
    return invalid;
  unsigned more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
  static const uint32_t smallest[] = {0, 0x80, 0x800, 0x10000};
  uint32_t value = first & (0x3f >> more);
  for (unsigned i = 0; i != more; ++i) {
    if ((*text & 0xc0) != 0x80)
      return invalid;
    value = value << 6 | (*text++ & 0x3f);
  }
  return value < smallest[more] || value > 0x10ffff ? invalid : value;
}

bool isHigh(uint32_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool isLow(uint32_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

char16_t upper(char16_t unit) {
  return unit >= 'a' && unit <= 'z' ? char16_t(unit - 32) : unit;
}

bool matches(const char16_t *text, uint32_t units, const char *word) {
  uint32_t i = 0;
  while (i != units && word[i] && upper(text[i]) == uint8_t(word[i]))
    ++i;
  return i == units && !word[i];
}

// Win32 finds a device in a name whatever follows a dot or a colon, and drops
// spaces before that.
bool isDevice(const char16_t *name, uint32_t units) {
  uint32_t stem = 0;
  while (stem != units && name[stem] != '.' && name[stem] != ':')
    ++stem;
  while (stem && name[stem - 1] == ' ')
    --stem;
  static const char *const devices[] = {"CON", "PRN",    "AUX",
                                        "NUL", "CONIN$", "CONOUT$"};
  for (const char *device : devices)
    if (matches(name, stem, device))
      return true;
  if (stem != 4 || !(matches(name, 3, "COM") || matches(name, 3, "LPT")))
    return false;
  char16_t digit = name[3];
  return (digit >= '0' && digit <= '9') || digit == 0xb9 || digit == 0xb2 ||
         digit == 0xb3; // superscript 1, 2, 3
}

bool isReserved(char16_t unit) {
  if (unit < 0x20)
    return true;
  static const char reservedUnits[] = "\\/:<>\"|?*";
  for (const char *reserved = reservedUnits; *reserved; ++reserved)
    if (unit == uint8_t(*reserved))
      return true;
  return false;
}

} // namespace

WasiErrno utf16FromWtf8(const char *text, char16_t *out, uint32_t room,
                        uint32_t *units) {
  auto *bytes = reinterpret_cast<const uint8_t *>(text);
  uint32_t used = 0;
  while (*bytes) {
    uint32_t point = takeCodePoint(bytes);
    if (point == invalid)
      return WASI_EILSEQ;
    // A pair written as two surrogates would be a second spelling of a name.
    if (isLow(point) && used && isHigh(out[used - 1]))
      return WASI_EILSEQ;
    bool pair = point > 0xffff;
    if (room - used < (pair ? 2u : 1u))
      return WASI_ENAMETOOLONG;
    if (pair) {
      out[used++] = char16_t(0xd800 + ((point - 0x10000) >> 10));
      point = 0xdc00 + (point & 0x3ff);
    }
    out[used++] = char16_t(point);
  }
  *units = used;
  return WASI_SUCCESS;
}

WasiErrno windowsName(const char *name, char16_t *out, uint32_t *units) {
  if (WasiErrno error = utf16FromWtf8(name, out, maxNameUnits, units))
    return error;
  if (*units == 0 || isDevice(out, *units))
    return WASI_ENOENT;
  for (uint32_t i = 0; i != *units; ++i)
    if (isReserved(out[i]))
      return WASI_EINVAL;
  char16_t last = out[*units - 1];
  return last == '.' || last == ' ' ? WASI_EINVAL : WASI_SUCCESS;
}
