// The LEB128, name and slice rules of core spec 5.2.

#include "Frontend/ByteReader.h"
#include "ModuleBytes.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace wasmc;

namespace {

// What `read` makes of the bytes: the number, or the error's text.
template <class T>
std::string decode(StringRef digits, bool (ByteReader::*read)(T &)) {
  Bytes bytes = hex(digits);
  ErrorSlot errors;
  ByteReader in(arrayRefFromStringRef(bytes), 0x100, errors);
  T value;
  if (!(in.*read)(value))
    return toString(errors.take());
  return std::to_string(value) + (in.atEnd() ? "" : " and more");
}
std::string u32(StringRef digits) {
  return decode(digits, &ByteReader::readU32);
}
std::string u64(StringRef digits) {
  return decode(digits, &ByteReader::readU64);
}
std::string s32(StringRef digits) {
  return decode(digits, &ByteReader::readS32);
}
std::string s33(StringRef digits) {
  return decode(digits, &ByteReader::readS33);
}
std::string s64(StringRef digits) {
  return decode(digits, &ByteReader::readS64);
}

const char tooLong[] = "0x100: integer representation too long";
const char tooLarge[] = "0x100: integer too large";

TEST(ByteReader, UnsignedNumbersReachTheirLargest) {
  EXPECT_EQ(u32("00"), "0");
  EXPECT_EQ(u32("7f"), "127");
  EXPECT_EQ(u32("80 01"), "128");
  EXPECT_EQ(u32("ff ff ff ff 0f"), "4294967295");
  EXPECT_EQ(u64("ff ff ff ff ff ff ff ff ff 01"), "18446744073709551615");
}

TEST(ByteReader, PaddingUpToTheLongestFormIsAccepted) {
  EXPECT_EQ(u32("83 00"), "3");
  EXPECT_EQ(u32("83 80 80 80 00"), "3");
  EXPECT_EQ(s32("fd ff ff ff 7f"), "-3");
  EXPECT_EQ(s64("fd ff ff ff ff ff ff ff ff 7f"), "-3");
}

TEST(ByteReader, ALongerFormIsTooLong) {
  EXPECT_EQ(u32("83 80 80 80 80 00"), tooLong);
  EXPECT_EQ(u64("83 80 80 80 80 80 80 80 80 80 00"), tooLong);
  EXPECT_EQ(s32("fd ff ff ff ff 7f"), tooLong);
  EXPECT_EQ(s33("fd ff ff ff ff 7f"), tooLong);
  EXPECT_EQ(s64("fd ff ff ff ff ff ff ff ff ff 7f"), tooLong);
}

TEST(ByteReader, UnusedBitsOfAnUnsignedNumberAreZero) {
  EXPECT_EQ(u32("ff ff ff ff 1f"), tooLarge);
  EXPECT_EQ(u32("80 80 80 80 40"), tooLarge);
  EXPECT_EQ(u64("ff ff ff ff ff ff ff ff ff 02"), tooLarge);
  EXPECT_EQ(u64("80 80 80 80 80 80 80 80 80 7e"), tooLarge);
}

TEST(ByteReader, UnusedBitsOfASignedNumberCopyItsSign) {
  EXPECT_EQ(s32("80 80 80 80 78"), "-2147483648");
  EXPECT_EQ(s32("ff ff ff ff 07"), "2147483647");
  EXPECT_EQ(s32("80 80 80 80 70"), tooLarge);
  EXPECT_EQ(s32("ff ff ff ff 08"), tooLarge);
  EXPECT_EQ(s32("ff ff ff ff 4f"), tooLarge);
  EXPECT_EQ(s64("80 80 80 80 80 80 80 80 80 7f"), "-9223372036854775808");
  EXPECT_EQ(s64("ff ff ff ff ff ff ff ff ff 00"), "9223372036854775807");
  EXPECT_EQ(s64("80 80 80 80 80 80 80 80 80 7e"), tooLarge);
  EXPECT_EQ(s64("ff ff ff ff ff ff ff ff ff 01"), tooLarge);
}

TEST(ByteReader, ShortSignedNumbersAreExtended) {
  EXPECT_EQ(s32("3f"), "63");
  EXPECT_EQ(s32("40"), "-64");
  EXPECT_EQ(s32("ff 00"), "127");
  EXPECT_EQ(s32("80 7f"), "-128");
  EXPECT_EQ(s33("40"), "-64");
  EXPECT_EQ(s33("ff ff ff ff 0f"), "4294967295");
  EXPECT_EQ(s33("80 80 80 80 70"), "-4294967296");
  EXPECT_EQ(s33("80 80 80 80 60"), tooLarge);
  EXPECT_EQ(s64("7f"), "-1");
}

TEST(ByteReader, CutNumbersNameTheEnd) {
  EXPECT_EQ(u32(""), "0x100: unexpected end of section or function");
  EXPECT_EQ(u32("80 80"), "0x102: unexpected end of section or function");
  EXPECT_EQ(s64("ff"), "0x101: unexpected end of section or function");
}

std::string name(StringRef digits) {
  Bytes bytes = hex(digits);
  ErrorSlot errors;
  ByteReader in(arrayRefFromStringRef(bytes), 0, errors);
  StringRef result;
  return in.readName(result) ? result.str() : toString(errors.take());
}

TEST(ByteReader, NamesAreUtf8) {
  const char malformed[] = "0x1: malformed UTF-8 encoding";
  EXPECT_EQ(name("00"), "");
  EXPECT_EQ(name("03 61 62 63"), "abc");
  EXPECT_EQ(name("04 f4 8f bf bf"), "\xf4\x8f\xbf\xbf");
  EXPECT_EQ(name("01 80"), malformed);          // continuation
  EXPECT_EQ(name("02 c0 80"), malformed);       // overlong
  EXPECT_EQ(name("03 ed a0 80"), malformed);    // surrogate
  EXPECT_EQ(name("04 f4 90 80 80"), malformed); // beyond U+10FFFF
  EXPECT_EQ(name("02 e2 82"), malformed);       // cut character
  EXPECT_EQ(name("05 61"), "0x1: length out of bounds: a name of 5 bytes");
}

TEST(ByteReader, FixedNumbersAreLittleEndian) {
  Bytes bytes = hex("01 02 03 04 05 06 07 08 09 0a 0b 0c");
  ErrorSlot errors;
  ByteReader in(arrayRefFromStringRef(bytes), 0, errors);
  uint32_t low;
  uint64_t high;
  ASSERT_TRUE(in.readFixed32(low) && in.readFixed64(high));
  EXPECT_EQ(low, 0x04030201u);
  EXPECT_EQ(high, 0x0c0b0a0908070605u);
  EXPECT_FALSE(in.readFixed32(low));
  EXPECT_TRUE(errors.hasError());
}

TEST(ByteReader, TheFirstErrorIsKept) {
  ErrorSlot errors;
  EXPECT_FALSE(errors.invalid(1, "first"));
  EXPECT_FALSE(errors.malformed(2, "second"));
  EXPECT_EQ(toString(errors.take("here")), "0x1: first\n  here");
  EXPECT_FALSE(errors.hasError());
}

} // namespace
