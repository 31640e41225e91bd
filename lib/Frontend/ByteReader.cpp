// LEB128, names and slices.

#include "ByteReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Endian.h"
#include <type_traits>

using namespace llvm;
using namespace wasmc;

bool ByteReader::unexpectedEnd() {
  return errors.malformed(offset(), "unexpected end of section or function");
}

bool ByteReader::checkEnd() {
  if (pos == contentEnd)
    return true;
  if (pos > contentEnd)
    return errors.malformed(baseOffset + (contentEnd - begin),
                            "section size mismatch: the content is " +
                                Twine(pos - contentEnd) + " bytes longer");
  return errors.malformed(offset(),
                          "section size mismatch: " + Twine(contentEnd - pos) +
                              " bytes are left over");
}

// A number of `bits` bits takes at most ceil(bits/7) bytes. The last of them
// has bits to spare: zero if unsigned, copies of the sign bit if signed.
template <class T, unsigned bits> bool ByteReader::readLeb(T &value) {
  using Bits = std::make_unsigned_t<T>;
  constexpr bool isSigned = std::is_signed_v<T>;
  constexpr unsigned width = sizeof(T) * 8;
  constexpr unsigned lastShift = (bits - 1) / 7 * 7;
  constexpr unsigned lastBits = bits - lastShift;
  const uint64_t start = offset();
  Bits result = 0;
  for (unsigned shift = 0;; shift += 7) {
    uint8_t byte;
    if (!readByte(byte))
      return false;
    result |= Bits(byte & 0x7F) << shift;
    if (shift == lastShift) {
      if (byte & 0x80)
        return errors.malformed(start, "integer representation too long");
      const unsigned spare = (byte & 0x7F) >> (lastBits - isSigned);
      const unsigned allOnes = 0x7F >> (lastBits - isSigned);
      if (spare != 0 && !(isSigned && spare == allOnes))
        return errors.malformed(start, "integer too large");
    }
    if (byte & 0x80)
      continue;
    if (isSigned && shift + 7 < width && (byte & 0x40))
      result |= Bits(-1) << (shift + 7);
    value = T(result);
    return true;
  }
}

bool ByteReader::readLongU32(uint32_t &value) {
  return readLeb<uint32_t, 32>(value);
}
bool ByteReader::readU64(uint64_t &value) {
  return readLeb<uint64_t, 64>(value);
}
bool ByteReader::readLongS32(int32_t &value) {
  return readLeb<int32_t, 32>(value);
}
bool ByteReader::readS33(int64_t &value) { return readLeb<int64_t, 33>(value); }
bool ByteReader::readS64(int64_t &value) { return readLeb<int64_t, 64>(value); }

bool ByteReader::readFixed32(uint32_t &value) {
  ArrayRef<uint8_t> bytes;
  if (!readBytes(4, bytes))
    return false;
  value = support::endian::read32le(bytes.data());
  return true;
}

bool ByteReader::readFixed64(uint64_t &value) {
  ArrayRef<uint8_t> bytes;
  if (!readBytes(8, bytes))
    return false;
  value = support::endian::read64le(bytes.data());
  return true;
}

bool ByteReader::readBytes(uint64_t size, ArrayRef<uint8_t> &bytes) {
  if (size > remaining())
    return unexpectedEnd();
  bytes = ArrayRef(pos, size);
  pos += size;
  return true;
}

bool ByteReader::readName(StringRef &name) {
  uint32_t size;
  ArrayRef<uint8_t> bytes;
  if (!readU32(size))
    return false;
  const uint64_t start = offset();
  if (size > remaining())
    return errors.malformed(start, "length out of bounds: a name of " +
                                       Twine(size) + " bytes");
  if (!readBytes(size, bytes))
    return false;
  name = toStringRef(bytes);
  return isUtf8(name) || errors.malformed(start, "malformed UTF-8 encoding");
}

bool wasmc::isUtf8(StringRef text) {
  const UTF8 *start = text.bytes_begin();
  return isLegalUTF8String(&start, text.bytes_end());
}
