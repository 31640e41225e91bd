// Names of instructions.

#include "Opcode.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace wasmc;

StringRef wasmc::opcodeText(Opcode opcode) {
  switch (opcode) {
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  case Opcode::Name:                                                           \
    return text;
#include "Opcodes.def"
  }
  return "";
}

std::string wasmc::opcodeBytes(Opcode key) {
  unsigned value = unsigned(key);
  if (value <= 0xFF)
    return utohexstr(value, /*LowerCase=*/true, /*Width=*/2);
  std::string result = utohexstr(0xFA + (value >> 9), true, 2);
  unsigned code = value & maxPrefixedCode;
  do { // the code as the unsigned LEB128 that it is in the file
    unsigned byte = code & 0x7F;
    code >>= 7;
    result += ' ' + utohexstr(code ? byte | 0x80 : byte, true, 2);
  } while (code);
  return result;
}
