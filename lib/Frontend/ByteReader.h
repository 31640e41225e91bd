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
      : begin(bytes.begin()), pos(begin), end(bytes.end()),
        baseOffset(baseOffset), errors(errors) {}

  // Says that `bytes` more bytes of the module stand after the end. They are
  // not read, but a number that is cut by the end and too long even with them
  // is reported as too long.
  void setBytesBeyond(size_t bytes) { beyond = bytes; }

  bool atEnd() const { return pos == end; }
  size_t remaining() const { return end - pos; }
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
  uint64_t baseOffset;
  size_t beyond = 0;
  ErrorSlot &errors;

private:
  bool readLongU32(uint32_t &value);
  bool readLongS32(int32_t &value);
  bool unexpectedEnd();
  bool isLongBeyondEnd(unsigned bytes) const;
  template <class T, unsigned bits> bool readLeb(T &value);
};

// Whether `text` is UTF-8 as Unicode defines it: no surrogates, nothing
// overlong or beyond U+10FFFF.
bool isUtf8(llvm::StringRef text);

} // namespace wasmc

#endif
