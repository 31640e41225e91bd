// Numbers and strings of the text format: grammar, ranges and exact rounding.

#include "Frontend/Text/Literals.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/bit.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace wasmc;

static uint64_t f32(StringRef literal) {
  EXPECT_EQ(numberForm(literal) == NumberForm::None, false) << literal.str();
  return parseFloat(literal, 32).value_or(~uint64_t(0));
}

static uint64_t f64(StringRef literal) {
  return parseFloat(literal, 64).value_or(~uint64_t(0));
}

TEST(TextLiterals, UnderscoresStandBetweenDigitsOnly) {
  EXPECT_EQ(numberForm("1_000"), NumberForm::Nat);
  EXPECT_EQ(numberForm("0x1_F"), NumberForm::Nat);
  for (const char *bad : {"_1", "1_", "1__0", "0x_1", "0x", "0x1_", "1._0",
                          "1.0_", "1e_1", "1e", "0x1p", "0x1pA", "nan:0x",
                          "nan:1", "+", "-", "1.0.0", "infinity", "0X1"})
    EXPECT_EQ(numberForm(bad), NumberForm::None) << bad;
}

TEST(TextLiterals, FormsAreToldApart) {
  EXPECT_EQ(numberForm("+1"), NumberForm::Int);
  EXPECT_EQ(numberForm("-0x1"), NumberForm::Int);
  for (const char *number : {"1.", "1.5", "1e5", "1E+5", "0x1.", "0x1.8p-3",
                             "inf", "-inf", "nan", "+nan:0x1", "0x1P1"})
    EXPECT_EQ(numberForm(number), NumberForm::Float) << number;
}

TEST(TextLiterals, IntegersAreSignedOrUnsigned) {
  EXPECT_EQ(parseInteger("4294967295", 32), 0xFFFFFFFFu);
  EXPECT_EQ(parseInteger("-2147483648", 32), 0x80000000u);
  EXPECT_EQ(parseInteger("-1", 8), 0xFFu);
  EXPECT_EQ(parseInteger("-0x8000_0000_0000_0000", 64), uint64_t(1) << 63);
  EXPECT_EQ(parseInteger("0xffff_ffff_ffff_ffff", 64), UINT64_MAX);
  EXPECT_EQ(parseInteger("4294967296", 32), std::nullopt);
  EXPECT_EQ(parseInteger("-2147483649", 32), std::nullopt);
  EXPECT_EQ(parseInteger("18446744073709551616", 64), std::nullopt);
  EXPECT_EQ(parseInteger("0x1_0000_0000_0000_0000_0", 64), std::nullopt);
}

TEST(TextLiterals, HalfwayCasesRoundToEven) {
  EXPECT_EQ(f32("16777217"), f32("16777216"));
  EXPECT_EQ(f32("16777219"), f32("16777220"));
  EXPECT_EQ(f32("0x1.000001p0"), 0x3F800000u);
  EXPECT_EQ(f32("0x1.000003p0"), 0x3F800002u);
  EXPECT_EQ(f64("9007199254740993"), bit_cast<uint64_t>(9007199254740992.0));
}

TEST(TextLiterals, OneDigitFarAwayBreaksATie) {
  EXPECT_EQ(f32("0x1.0000010000000000000000000000000000000001p0"), 0x3F800001u);
  const std::string tie = "16777217." + std::string(5000, '0');
  EXPECT_EQ(f32(tie), f32("16777216"));
  EXPECT_EQ(f32(tie + "1"), f32("16777218"));
}

TEST(TextLiterals, RoundsOnceNotThroughDouble) {
  // As a double this is the tie between two floats, which it is not.
  EXPECT_EQ(f32("1.00000017881393432617187501"), 0x3F800002u);
  EXPECT_EQ(f32("1.00000017881393432617187499"), 0x3F800001u);
}

TEST(TextLiterals, SubnormalsAreExact) {
  EXPECT_EQ(f32("1.4e-45"), 1u);
  EXPECT_EQ(f32("0x1p-149"), 1u);
  EXPECT_EQ(f32("0x1p-150"), 0u);
  EXPECT_EQ(f32("0x1.000001p-150"), 1u);
  EXPECT_EQ(f64("4.94e-324"), 1u);
  EXPECT_EQ(f64("0x0.fffffffffffff8p-1022"), uint64_t(1) << 52);
  EXPECT_EQ(f64("2.2250738585072011e-308"), 0x000FFFFFFFFFFFFFu);
}

TEST(TextLiterals, WhatRoundsToInfinityIsOutOfRange) {
  EXPECT_EQ(f32("0x1.fffffep127"), 0x7F7FFFFFu);
  EXPECT_EQ(f32("0x1.fffffefffffffp127"), 0x7F7FFFFFu);
  EXPECT_EQ(parseFloat("0x1.ffffffp127", 32), std::nullopt);
  EXPECT_EQ(parseFloat("340282356779733661637539395458142568448", 32),
            std::nullopt);
  EXPECT_EQ(parseFloat("1e309", 64), std::nullopt);
  EXPECT_EQ(parseFloat("1e99999999999999999999", 64), std::nullopt);
}

TEST(TextLiterals, ExponentsAndZerosMayCancel) {
  EXPECT_EQ(f64("0." + std::string(20000, '0') + "1e20001"),
            bit_cast<uint64_t>(1.0));
  EXPECT_EQ(f64("1" + std::string(20000, '0') + "e-20000"),
            bit_cast<uint64_t>(1.0));
  EXPECT_EQ(f64("0x0." + std::string(5000, '0') + "1p20004"),
            bit_cast<uint64_t>(1.0));
  EXPECT_EQ(f64("1e-99999999999999999999"), 0u);
  EXPECT_EQ(f64("-0e99999999999999999999"), uint64_t(1) << 63);
}

TEST(TextLiterals, NansKeepSignAndPayload) {
  EXPECT_EQ(f32("nan"), 0x7FC00000u);
  EXPECT_EQ(f32("-nan:0x1"), 0xFF800001u);
  EXPECT_EQ(f32("nan:0x7f_ffff"), 0x7FFFFFFFu);
  EXPECT_EQ(f64("-inf"), 0xFFF0000000000000u);
  EXPECT_EQ(parseFloat("nan:0x0", 32), std::nullopt);
  EXPECT_EQ(parseFloat("nan:0x80_0000", 32), std::nullopt);
}

TEST(TextLiterals, StringsDecodeEveryEscape) {
  const StringRef literal = R"("\t\n\r\"\'\\\00\fF\u{1F_600}x" rest)";
  const char *why;
  const size_t length = scanString(literal, why);
  ASSERT_EQ(length, literal.size() - strlen(" rest"));
  EXPECT_EQ(decodeString(literal.take_front(length)),
            std::string("\t\n\r\"'\\\0\xFF\xF0\x9F\x98\x80x", 13));
}

TEST(TextLiterals, StringsThatAreNone) {
  const char *why;
  for (const char *bad : {"\"abc", "\"a\nb\"", "\"\\", "\""}) {
    EXPECT_EQ(scanString(bad, why), 0u) << bad;
    EXPECT_STREQ(why, "unclosed string") << bad;
  }
  for (const char *bad : {"\"\\q\"", "\"\\u{d800}\"", "\"\\u{110000}\"",
                          "\"\\u{}\"", "\"\\0g\""}) {
    EXPECT_EQ(scanString(bad, why), 0u) << bad;
    EXPECT_STREQ(why, "illegal escape") << bad;
  }
  EXPECT_EQ(scanString("\"\x01\"", why), 0u);
  EXPECT_STREQ(why, "illegal control character in string literal");
  EXPECT_EQ(scanString("\"\x80\"", why), 0u);
  EXPECT_STREQ(why, "malformed UTF-8 encoding");
}
