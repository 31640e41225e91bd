// See ModuleBytes.h.

#include "ModuleBytes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace wasmc {

Bytes hex(StringRef digits) {
  Bytes packed;
  for (char c : digits)
    if (!isSpace(c))
      packed += c;
  return fromHex(packed);
}

Bytes uleb(uint64_t value) {
  Bytes result;
  raw_string_ostream os(result);
  encodeULEB128(value, os);
  return result;
}

Bytes preamble() { return Bytes("\0asm\1\0\0\0", 8); }

Bytes section(uint8_t id, const Bytes &content) {
  return Bytes(1, char(id)) + uleb(content.size()) + content;
}

Bytes body(StringRef code, StringRef locals) {
  Bytes content = hex(locals) + hex(code);
  return uleb(content.size()) + content;
}

Bytes oneFunction(StringRef type, StringRef code, StringRef locals) {
  return preamble() +
         section(1, hex("02") + hex(type) + hex("60 02 7f 7e 02 7d 7c")) +
         section(3, hex("01 00")) + section(4, hex("01 70 00 01")) +
         section(5, hex("01 00 01")) +
         section(6, hex("02 7f 01 41 00 0b 7f 00 41 00 0b")) +
         section(10, hex("01") + body(code, locals));
}

std::string check(const Bytes &module, const ReaderOptions &options) {
  Expected<std::unique_ptr<Module>> read = readModule(module, options);
  if (!read)
    return toString(read.takeError());
  return toString(validateBodies(**read, options));
}

std::string checkCode(StringRef type, StringRef code, StringRef locals) {
  std::string error = check(oneFunction(type, code, locals));
  StringRef message = StringRef(error).split('\n').first;
  return message.split(": ").second.str();
}

std::unique_ptr<Module> mustRead(const Bytes &module) {
  ReaderOptions options;
  std::unique_ptr<Module> result = cantFail(readModule(module, options));
  cantFail(validateBodies(*result, options));
  return result;
}

} // namespace wasmc
