// A cursor over hostile bytes: every read checks the end, and numbers follow
// the specification's LEB128 rules to the letter (core spec 5.2.2).

#ifndef WASMC_FRONTEND_BYTEREADER_H
#define WASMC_FRONTEND_BYTEREADER_H

#include "Error.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace wasmc {

// Each read method returns false, leaving its error in the slot, or returns
// true and has moved on.
class ByteReader {
public:
  // `baseOffset` is the module offset of the first byte.
  ByteReader(llvm::ArrayRef<uint8_t> bytes, uint64_t baseOffset,
             ErrorSlot &errors)
      : begin(bytes.begin()), pos(begin), end(bytes.end()), contentEnd(end),
        baseOffset(baseOffset), errors(errors) {}

  // Lets reading go on for `bytes` bytes after the end, which the caller knows
  // to be there: the size of a section is a claim, compared when its content
  // was read (core spec 5.5.2), and only what is read that way has the errors
  // of the specification.
  void readBeyondEnd(size_t bytes) { end += bytes; }

  bool atEnd() const { return pos == contentEnd; }
  // An error unless all was read, and no more.
  bool checkEnd();
  // Bytes that can be read, and those of them before the end.
  size_t remaining() const { return end - pos; }
  size_t contentLeft() const { return pos < contentEnd ? contentEnd - pos : 0; }
  uint64_t offset() const { return baseOffset + (pos - begin); }

  bool readByte(uint8_t &value) {
    if (pos == end)
      return unexpectedEnd();
    value = *pos++;
    return true;
  }
  // The next byte, without moving on.
  bool peekByte(uint8_t &value) {
    if (pos == end)
      return unexpectedEnd();
    value = *pos;
    return true;
  }
  bool readU32(uint32_t &value) {
    if (pos != end && *pos < 0x80) {
      value = *pos++;
      return true;
    }
    return readLongU32(value);
  }
  bool readU64(uint64_t &value);
  bool readS32(int32_t &value) {
    if (pos != end && *pos < 0x80) {
      value = int32_t(uint32_t(*pos++) << 25) >> 25;
      return true;
    }
    return readLongS32(value);
  }
  bool readS33(int64_t &value);
  bool readS64(int64_t &value);
  bool readFixed32(uint32_t &value); // little endian
  bool readFixed64(uint64_t &value);
  // A slice of the input.
  bool readBytes(uint64_t size, llvm::ArrayRef<uint8_t> &bytes);
  // A byte count, then that many bytes, which must be UTF-8 (core spec 5.2.4).
  bool readName(llvm::StringRef &name);

protected:
  const uint8_t *begin, *pos, *end;
  const uint8_t *contentEnd;
  uint64_t baseOffset;
  ErrorSlot &errors;

private:
  bool readLongU32(uint32_t &value);
  bool readLongS32(int32_t &value);
  bool unexpectedEnd();
  template <class T, unsigned bits> bool readLeb(T &value);
};

// Whether `text` is UTF-8 as Unicode defines it: no surrogates, nothing
// overlong or beyond U+10FFFF.
bool isUtf8(llvm::StringRef text);

} // namespace wasmc

#endif
