// Interprets the texts of WasiFunctions.def.

#include "trace_line.h"
#include "errno_text.h"
#include "guest_memory.h"

// Copies up to the next space, '=', ',' or the end.
void TraceLine::copyWord() {
  char letter[2] = {};
  while (*text && *text != ' ' && *text != '=' && *text != ',') {
    letter[0] = *text++;
    out.text(letter);
  }
}

void TraceLine::write() {
  out.text("wasi: ");
  copyWord();
  const char *separator = "(";
  while (*text == ' ' && text[1]) {
    ++text;
    out.text(separator);
    separator = ", ";
    copyWord();
    out.text("=");
    if (*text != '=') {
      out.decimal(uint32_t(*arguments++));
    } else {
      ++text;
      argument();
    }
    while (*text && *text != ' ')
      ++text;
  }
  out.text(*separator == '(' ? "()" : ")");
  out.text(" = ").text(result ? errnoName(WasiErrno(result)) : "0");
}

void TraceLine::argument() {
  uint64_t first = *arguments++;
  switch (*text++) {
  case 'q':
    out.decimal(first);
    break;
  case 'i':
    if (int64_t(first) < 0)
      out.text("-");
    out.decimal(int64_t(first) < 0 ? -first : first);
    break;
  case 'b':
    out.hex(first).text("+").decimal(uint32_t(*arguments++));
    break;
  case 's':
    string(uint32_t(first), uint32_t(*arguments++));
    break;
  case 't': // what it holds is a result
    string(uint32_t(first), result ? 0 : uint32_t(*arguments));
    ++arguments;
    break;
  case 'v':
    vectors(uint32_t(first), uint32_t(*arguments++));
    break;
  case 'f':
    names(uint32_t(first), true);
    break;
  case 'e':
    names(uint32_t(first), false);
    break;
  case '2':
  case '4':
  case '8':
    value(uint32_t(first), uint32_t(text[-1] - '0'));
    break;
  default: // a, x, r
    out.hex(first);
  }
}

// The names of the bits that are set, or of a number.
void TraceLine::names(uint32_t left, bool areBits) {
  bool any = false;
  for (uint32_t index = 0;; ++index) {
    bool shown = areBits ? left & (1u << index) : left == index && !any;
    if (shown) {
      out.text(any ? "|" : "");
      any = true;
      copyWord();
      left = areBits ? left & ~(1u << index) : 0;
    }
    while (*text && *text != ' ' && *text != ',')
      ++text;
    if (*text != ',')
      break;
    ++text;
  }
  if (areBits ? left != 0 : !any)
    out.text(any ? "|" : "").hex(left);
  else if (!any)
    out.text("0");
}

// In quotes; what a terminal or a reader could take for something else is
// shown as its number, and long strings are cut.
void TraceLine::string(uint32_t address, uint32_t size) {
  constexpr uint32_t longest = 200;
  if (!guestValid(address, size)) {
    out.hex(address).text("+").decimal(size);
    return;
  }
  const uint8_t *bytes = guestPointer(address);
  uint32_t shown = size < longest ? size : longest;
  out.text("\"");
  bool continuesC1 = false;
  for (uint32_t i = 0; i != shown; ++i) {
    uint8_t byte = bytes[i];
    bool startsC1 = byte == 0xc2 && i + 1 != shown && bytes[i + 1] < 0xa0;
    char plain[2] = {char(byte), 0};
    if (byte < 0x20 || byte == 0x7f || byte == '"' || byte == '\\' ||
        startsC1 || continuesC1)
      out.text(byte < 16 ? "\\x0" : "\\x").hexDigits(byte);
    else
      out.text(plain);
    continuesC1 = startsC1;
  }
  out.text(shown == size ? "\"" : "\"...");
}

void TraceLine::vectors(uint32_t address, uint32_t count) {
  if (!guestValid(address, uint64_t(count) * 8)) {
    out.hex(address).text("*").decimal(count);
    return;
  }
  uint64_t bytes = 0;
  for (uint32_t i = 0; i != count; ++i)
    bytes += guestLoad<uint32_t>(address + i * 8 + 4);
  out.decimal(bytes).text(count == 1 ? " bytes" : " bytes in ");
  if (count != 1)
    out.decimal(count);
}

// A result of `size` bytes, once it is there.
void TraceLine::value(uint32_t address, uint32_t size) {
  if (result || !guestValid(address, size)) {
    out.hex(address);
    return;
  }
  uint64_t number = 0;
  __builtin_memcpy(&number, guestPointer(address), size);
  out.decimal(number);
}
