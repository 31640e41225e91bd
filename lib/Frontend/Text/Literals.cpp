// Literals are checked once, by the lexer; what decodes them relies on that.
// Decimal and hexadecimal floats are rounded by APFloat, from a normal form
// that bounds the digits and the exponent of hostile input.

#include "Literals.h"
#include "Lexer.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include <algorithm>

using namespace llvm;
using namespace wasmc;

// Grammar. -------------------------------------------------------------------

// Drops digits with single underscores between them; false if there are none.
static bool dropDigits(StringRef &s, bool hex) {
  auto isDigitHere = [&](char c) { return hex ? isHexDigit(c) : isDigit(c); };
  if (s.empty() || !isDigitHere(s.front()))
    return false;
  while (true) {
    s = s.drop_while(isDigitHere);
    if (s.size() < 2 || s[0] != '_' || !isDigitHere(s[1]))
      return true;
    s = s.drop_front();
  }
}

static bool dropSign(StringRef &s) {
  return s.consume_front("+") || s.consume_front("-");
}

NumberForm wasmc::numberForm(StringRef word) {
  StringRef s = word;
  const bool isSigned = dropSign(s);
  if (s == "inf" || s == "nan")
    return NumberForm::Float;
  if (s.consume_front("nan:0x"))
    return dropDigits(s, /*hex=*/true) && s.empty() ? NumberForm::Float
                                                    : NumberForm::None;
  const bool hex = s.consume_front("0x");
  if (!dropDigits(s, hex))
    return NumberForm::None;
  if (s.empty())
    return isSigned ? NumberForm::Int : NumberForm::Nat;
  if (s.consume_front("."))
    dropDigits(s, hex);
  if (!s.empty() && toLower(s.front()) == (hex ? 'p' : 'e')) {
    s = s.drop_front();
    dropSign(s);
    if (!dropDigits(s, /*hex=*/false))
      return NumberForm::None;
  }
  return s.empty() ? NumberForm::Float : NumberForm::None;
}

// Integers. ------------------------------------------------------------------

std::optional<uint64_t> wasmc::parseNat(StringRef word, uint64_t max) {
  const unsigned base = word.consume_front("0x") ? 16 : 10;
  uint64_t value = 0;
  for (char c : word) {
    if (c == '_')
      continue;
    const unsigned digit = hexDigitValue(c);
    if (value > (max - std::min<uint64_t>(digit, max)) / base)
      return std::nullopt;
    value = value * base + digit;
    if (value > max)
      return std::nullopt;
  }
  return value;
}

std::optional<uint64_t> wasmc::parseInteger(StringRef word, unsigned bits) {
  const uint64_t mask = bits == 64 ? UINT64_MAX : (uint64_t(1) << bits) - 1;
  if (word.consume_front("-")) {
    std::optional<uint64_t> value = parseNat(word, uint64_t(1) << (bits - 1));
    if (value)
      value = (0 - *value) & mask;
    return value;
  }
  word.consume_front("+");
  return parseNat(word, mask);
}

// Floats. --------------------------------------------------------------------

namespace {

// |value| = 0.DIGITS * base^exponent * scale, without leading zeros; scale is
// 2^binaryExponent of a hexadecimal literal.
struct Digits {
  std::string digits;
  int64_t pointShift = 0; // digits before the point, or minus zeros after it
  int64_t exponent = 0;   // as written after e or p, saturated
};

} // namespace

// Beyond these no literal of a file that fits in memory needs to be told apart.
static constexpr int64_t maxWrittenExponent = int64_t(1) << 40;

// The halfway point between two doubles has up to 767 decimal digits; what
// follows matters only by not being zero.
static constexpr size_t maxDigits = 800;

static int64_t parseExponent(StringRef s) {
  const bool negative = s.consume_front("-");
  s.consume_front("+");
  const int64_t value = int64_t(
      parseNat(s, maxWrittenExponent).value_or(uint64_t(maxWrittenExponent)));
  return negative ? -value : value;
}

static Digits splitDigits(StringRef s, bool hex) {
  Digits result;
  const size_t mark =
      s.find_if([&](char c) { return toLower(c) == (hex ? 'p' : 'e'); });
  if (mark != StringRef::npos)
    result.exponent = parseExponent(s.substr(mark + 1));
  bool seenPoint = false, lostDigits = false;
  for (char c : s.take_front(mark)) {
    if (c == '_')
      continue;
    if (c == '.') {
      seenPoint = true;
      continue;
    }
    if (result.digits.empty() && c == '0') {
      result.pointShift -= seenPoint;
      continue;
    }
    result.pointShift += !seenPoint;
    if (result.digits.size() < maxDigits)
      result.digits += c;
    else
      lostDigits |= c != '0';
  }
  if (lostDigits)
    result.digits += '1';
  return result;
}

// The magnitude of a finite literal; infinity if it is too great.
static APFloat roundMagnitude(StringRef s, const fltSemantics &semantics) {
  const bool hex = s.consume_front("0x");
  Digits d = splitDigits(s, hex);
  APFloat value(semantics);
  if (d.digits.empty())
    return value; // zero
  // APFloat's exponents are 16 bits wide; these are far outside of double.
  constexpr int64_t limit = 5000;
  const int64_t exponent = std::clamp<int64_t>(
      d.exponent + d.pointShift * (hex ? 4 : 1), -limit, limit);
  std::string normal = (hex ? "0x0." : "0.") + d.digits + (hex ? "p" : "e") +
                       std::to_string(exponent);
  // What the string holds was checked by numberForm.
  cantFail(value.convertFromString(normal, APFloat::rmNearestTiesToEven));
  return value;
}

std::optional<uint64_t> wasmc::parseFloat(StringRef word, unsigned bits) {
  const unsigned fractionBits = bits == 32 ? 23 : 52;
  const uint64_t infinity = bits == 32 ? 0x7F800000 : 0x7FF0000000000000;
  const bool negative = word.consume_front("-");
  word.consume_front("+");
  const uint64_t sign = uint64_t(negative) << (bits - 1);
  if (word == "inf")
    return sign | infinity;
  if (word == "nan")
    return sign | infinity | uint64_t(1) << (fractionBits - 1);
  if (word.consume_front("nan:")) {
    std::optional<uint64_t> payload =
        parseNat(word, (uint64_t(1) << fractionBits) - 1);
    if (!payload || *payload == 0)
      return std::nullopt;
    return sign | infinity | *payload;
  }
  APFloat value = roundMagnitude(word, bits == 32 ? APFloat::IEEEsingle()
                                                  : APFloat::IEEEdouble());
  if (value.isInfinity())
    return std::nullopt;
  return sign | value.bitcastToAPInt().getZExtValue();
}

// Strings. -------------------------------------------------------------------

bool wasmc::isUTF8(StringRef bytes) {
  const auto *begin = reinterpret_cast<const UTF8 *>(bytes.begin());
  return isLegalUTF8String(&begin, reinterpret_cast<const UTF8 *>(bytes.end()));
}

// The length of the escape after a backslash; 0 if it is none.
static size_t scanEscape(StringRef s) {
  if (s.empty())
    return 0;
  if (StringRef("tnr\"'\\").contains(s[0]))
    return 1;
  if (s.size() >= 2 && isHexDigit(s[0]) && isHexDigit(s[1]))
    return 2;
  StringRef rest = s;
  if (!rest.consume_front("u{"))
    return 0;
  StringRef digits = rest;
  if (!dropDigits(rest, /*hex=*/true) || !rest.starts_with("}"))
    return 0;
  digits = digits.drop_back(rest.size());
  std::optional<uint64_t> point =
      parseNat(("0x" + digits).str(), /*max=*/0x10FFFF);
  if (!point || (*point >= 0xD800 && *point < 0xE000))
    return 0;
  return s.size() - rest.size() + 1;
}

size_t wasmc::scanString(StringRef source, const char *&error) {
  error = "unclosed string";
  size_t i = 1;
  while (i < source.size()) {
    const auto c = static_cast<unsigned char>(source[i]);
    if (c == '"') {
      if (isUTF8(source.substr(1, i - 1)))
        return i + 1;
      error = "malformed UTF-8 encoding";
      return 0;
    }
    if (c == '\n')
      return 0;
    if (c < 0x20 || c == 0x7F) {
      error = "illegal control character in string literal";
      return 0;
    }
    ++i;
    if (c != '\\')
      continue;
    const size_t length = scanEscape(source.substr(i));
    if (length == 0) {
      if (i < source.size())
        error = "illegal escape";
      return 0;
    }
    i += length;
  }
  return 0;
}

static void appendUTF8(std::string &result, uint64_t point) {
  char buffer[UNI_MAX_UTF8_BYTES_PER_CODE_POINT], *end = buffer;
  ConvertCodePointToUTF8(unsigned(point), end);
  result.append(buffer, end);
}

std::string wasmc::decodeString(StringRef literal) {
  StringRef s = literal.drop_front().drop_back();
  std::string result;
  result.reserve(s.size());
  while (!s.empty()) {
    const size_t plain = std::min(s.find('\\'), s.size());
    result += s.take_front(plain);
    s = s.drop_front(plain);
    if (s.empty())
      break;
    s = s.drop_front();
    const size_t length = scanEscape(s);
    if (s[0] == 'u') {
      StringRef digits = s.slice(2, length - 1);
      appendUTF8(result, *parseNat(("0x" + digits).str(), 0x10FFFF));
    } else if (length == 2) {
      result += char(hexDigitValue(s[0]) << 4 | hexDigitValue(s[1]));
    } else {
      switch (s[0]) {
      case 't':
        result += '\t';
        break;
      case 'n':
        result += '\n';
        break;
      case 'r':
        result += '\r';
        break;
      default:
        result += s[0]; // a quote or the backslash
      }
    }
    s = s.drop_front(length);
  }
  return result;
}
