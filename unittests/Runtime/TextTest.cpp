// The formatter of error messages and trap reports.

#include "text.h"
#include "gtest/gtest.h"
#include <string>

namespace {

std::string write(size_t capacity, void (*fill)(TextWriter &)) {
  char buffer[256];
  TextWriter out(buffer, capacity);
  fill(out);
  return std::string(out.data(), out.size());
}

TEST(RuntimeText, DecimalHasNoLeadingZeros) {
  EXPECT_EQ("0 7 18446744073709551615", write(256, [](TextWriter &out) {
              out.decimal(0).text(" ").decimal(7).text(" ").decimal(~0ull);
            }));
}

TEST(RuntimeText, PaddedDecimalIsRightAlignedAndNeverCut) {
  EXPECT_EQ("    0|  123|123456", write(256, [](TextWriter &out) {
              out.decimalPadded(0, 5).text("|").decimalPadded(123, 5);
              out.text("|").decimalPadded(123456, 5);
            }));
}

TEST(RuntimeText, HexIsLowerCaseWithoutLeadingZeros) {
  EXPECT_EQ("0x0 0x10 0xfffffffc 0xffffffffffffffff",
            write(256, [](TextWriter &out) {
              out.hex(0).text(" ").hex(16).text(" ").hex(0xfffffffc);
              out.text(" ").hex(~0ull);
            }));
}

TEST(RuntimeText, WhatDoesNotFitIsDropped) {
  EXPECT_EQ("abc", write(3, [](TextWriter &out) { out.text("abcdef"); }));
}

TEST(RuntimeText, ControlCharactersInNamesAreReplaced) {
  EXPECT_EQ("a?[31m?b?c\xc2\xa0", write(256, [](TextWriter &out) {
              out.name("a\x1b[31m\x7f"
                       "b\xc2\x9b"
                       "c\xc2\xa0",
                       100);
            }));
}

TEST(RuntimeText, LongNamesAreCutBetweenCharacters) {
  EXPECT_EQ("abc\xe2\x82\xac...", write(256, [](TextWriter &out) {
              out.name("abc\xe2\x82\xac"
                       "def",
                       4);
            }));
  EXPECT_EQ("abcd", write(256, [](TextWriter &out) { out.name("abcd", 4); }));
}

} // namespace
