// The C runtime's rules for a Windows command line, and WTF-8.

#include "windows/command_line.h"
#include "gtest/gtest.h"
#include <string>
#include <vector>

namespace {

using Arguments = std::vector<std::u16string>;

Arguments split(const std::u16string &line) {
  // Exactly the room that is promised to suffice.
  std::vector<char16_t> out(line.size() + 2, u'#');
  size_t count = splitCommandLine(line.c_str(), out.data());
  Arguments arguments;
  const char16_t *at = out.data();
  for (; count; --count) {
    arguments.emplace_back(at);
    at += arguments.back().size() + 1;
  }
  EXPECT_LE(at, out.data() + out.size());
  return arguments;
}

TEST(RuntimeCommandLine, BlanksSeparate) {
  EXPECT_EQ((Arguments{u"a", u"b", u"c"}), split(u"a  b\t c  "));
}

TEST(RuntimeCommandLine, ProgramNameTakesBackslashesLiterally) {
  EXPECT_EQ((Arguments{u"C:\\p q\\", u"x"}), split(u"\"C:\\p q\\\" x"));
  EXPECT_EQ((Arguments{u""}), split(u""));
  EXPECT_EQ((Arguments{u"", u"a"}), split(u" a"));
}

TEST(RuntimeCommandLine, QuotesGroup) {
  EXPECT_EQ((Arguments{u"p", u"a b", u"cd e"}), split(u"p \"a b\" c\"d e\""));
}

TEST(RuntimeCommandLine, EmptyArgumentsStay) {
  EXPECT_EQ((Arguments{u"p", u"", u"x", u""}), split(u"p \"\" x \"\""));
}

TEST(RuntimeCommandLine, BackslashesAreSpecialOnlyBeforeAQuote) {
  EXPECT_EQ((Arguments{u"p", u"a\\\\b", u"d\\\\e"}),
            split(u"p a\\\\b \"d\\\\e\""));
  EXPECT_EQ((Arguments{u"p", u"a\\b c", u"d"}), split(u"p \"a\\b c\" d"));
}

TEST(RuntimeCommandLine, OddBackslashesMakeTheQuoteLiteral) {
  EXPECT_EQ((Arguments{u"p", u"a\"b", u"c"}), split(u"p a\\\"b c"));
  EXPECT_EQ((Arguments{u"p", u"a\\\"b", u"c"}), split(u"p a\\\\\\\"b c"));
}

TEST(RuntimeCommandLine, EvenBackslashesLeaveAGroupingQuote) {
  EXPECT_EQ((Arguments{u"p", u"a\\b c", u"d"}), split(u"p a\\\\\"b c\" d"));
  EXPECT_EQ((Arguments{u"p", u"dir\\", u"x"}), split(u"p \"dir\\\\\" x"));
}

TEST(RuntimeCommandLine, DoubledQuoteInAGroupIsLiteral) {
  EXPECT_EQ((Arguments{u"p", u"a\"b c", u"d"}), split(u"p \"a\"\"b c\" d"));
}

TEST(RuntimeCommandLine, UnterminatedGroupEndsWithTheLine) {
  EXPECT_EQ((Arguments{u"p", u"a b "}), split(u"p \"a b "));
  EXPECT_EQ((Arguments{u"p", u"\\"}), split(u"p \\"));
}

std::string wtf8(const std::u16string &text) {
  std::string out(3 * text.size(), '\0');
  out.resize(wtf8FromUtf16(text.data(), text.size(), out.data()));
  return out;
}

TEST(RuntimeWtf8, CharactersOfEveryLength) {
  EXPECT_EQ("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
            wtf8(u"a\u00e9\u20ac\U0001f600"));
  EXPECT_EQ("\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf",
            wtf8(u"\u007f\u0080\u07ff\u0800\uffff"));
}

TEST(RuntimeWtf8, UnpairedSurrogatesTakeThreeBytes) {
  EXPECT_EQ("\xed\xa0\x80x\xed\xb0\x80", wtf8({0xd800, u'x', 0xdc00}));
  EXPECT_EQ("\xed\xa0\x80", wtf8({0xd800}));
}

} // namespace
