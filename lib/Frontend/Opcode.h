// The instructions as an enum, and the little language of signatures in
// Opcodes.def.

#ifndef WASMC_FRONTEND_OPCODE_H
#define WASMC_FRONTEND_OPCODE_H

#include "Features.h"
#include "Types.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace wasmc {

// Codes after a prefix byte are below 512, so that one number, dense enough for
// jump tables, holds prefix and code.
constexpr uint32_t maxPrefixedCode = 511;
constexpr uint16_t opcodeKey(uint8_t prefix, uint32_t code) {
  return prefix ? uint16_t((prefix - 0xFA) << 9 | code) : uint16_t(code);
}

enum class Opcode : uint16_t {
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  Name = opcodeKey(prefix, code),
#include "Opcodes.def"
};

// "i32.add", or "" if no instruction has this key.
llvm::StringRef opcodeText(Opcode opcode);

// The bytes that encode a key, in hexadecimal: "6a", "fd 0c".
std::string opcodeBytes(Opcode key);

// RESULTS_PARAMS of Opcodes.def, packed so that it passes in a register.
class Signature {
public:
  static constexpr unsigned maxResults = 2, maxParams = 4;

  constexpr unsigned numParams() const { return packed & 7; }
  constexpr unsigned numResults() const { return (packed >> 3) & 3; }
  // The digit of an `a`: an access of 2^n bytes.
  constexpr unsigned alignLog2() const { return (packed >> 5) & 7; }
  // Whether no other alignment is allowed: an `A`.
  constexpr bool isAligned() const { return packed >> 31; }
  // The digit of a `v`: a vector of 2^n lanes.
  constexpr unsigned lanesLog2() const { return (packed >> 5) & 7; }
  constexpr ValType::Kind result(unsigned i) const { return kind(i); }
  constexpr ValType::Kind param(unsigned i) const {
    return kind(maxResults + i);
  }

  // Stands for `a`, whose type the memory decides.
  static constexpr ValType::Kind addressKind = ValType::Kind::Bottom;

  // Reads "i_ii"; "special" is read as empty.
  static constexpr Signature parse(const char *text) {
    Signature s;
    unsigned numResults = 0, numParams = 0, digit = 0;
    if (isSpecial(text))
      return s;
    for (; *text != '_'; ++text)
      s.add(numResults++, *text);
    for (++text; *text; ++text) {
      if (*text >= '0' && *text <= '9')
        digit = *text - '0';
      else
        s.add(maxResults + numParams++, *text);
      if (*text == 'A')
        s.packed |= 1u << 31;
    }
    s.packed |= numParams | numResults << 3 | digit << 5;
    return s;
  }

  static constexpr bool isSpecial(const char *text) { return *text == 's'; }

private:
  constexpr ValType::Kind kind(unsigned slot) const {
    return ValType::Kind((packed >> (8 + 3 * slot)) & 7);
  }
  constexpr void add(unsigned slot, char letter) {
    packed |= uint32_t(kindOf(letter)) << (8 + 3 * slot);
  }
  static constexpr ValType::Kind kindOf(char letter) {
    switch (letter) {
    case 'l':
      return ValType::Kind::I64;
    case 'f':
      return ValType::Kind::F32;
    case 'd':
      return ValType::Kind::F64;
    case 'v':
      return ValType::Kind::V128;
    case 'a':
    case 'A':
      return addressKind;
    default:
      return ValType::Kind::I32;
    }
  }

  uint32_t packed = 0;
};

} // namespace wasmc

#endif
