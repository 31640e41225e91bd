// UTF-8 to a Windows console: characters may be split over writes and buffers
// anywhere, and what is no character is shown as U+FFFD.

#include "FakeNt.h"
#include "windows/io.h"
#include "gtest/gtest.h"

namespace {

class ConsoleWrite : public testing::Test {
protected:
  ConsoleWrite() {
    consoleShown.clear();
    consoleTakes = 1000;
  }

  WasiErrno write(std::string text, int stream = 1) {
    OsBuffer buffer = {text.data(), text.size()};
    size_t done = 0;
    WasiErrno error = writeConsole(stream, nullptr, &buffer, 1, &done);
    EXPECT_EQ(done, error ? 0 : text.size());
    return error;
  }
};

const char utf8[] = "a\xc3\xa4\xd8\xb9\xe2\x82\xac\xf0\x9f\x98\x80z\n";
const char16_t utf16[] = u"a\u00e4\u0639\u20ac\U0001f600z\n";

TEST_F(ConsoleWrite, CharactersAreSplitAnywhere) {
  std::string text = utf8;
  for (size_t first = 0; first <= text.size(); ++first)
    for (size_t second = first; second <= text.size(); ++second) {
      consoleShown.clear();
      write(text.substr(0, first));
      write(text.substr(first, second - first));
      write(text.substr(second));
      EXPECT_EQ(consoleShown, utf16) << first << " " << second;
    }
}

TEST_F(ConsoleWrite, CharactersAreSplitOverBuffers) {
  std::string text = utf8;
  std::vector<OsBuffer> buffers;
  for (char &byte : text)
    buffers.push_back({&byte, 1});
  size_t done = 0;
  EXPECT_EQ(
      writeConsole(1, nullptr, buffers.data(), uint32_t(buffers.size()), &done),
      WASI_SUCCESS);
  EXPECT_EQ(done, text.size());
  EXPECT_EQ(consoleShown, utf16);
}

TEST_F(ConsoleWrite, StreamsDoNotMixTheirParts) {
  write("\xe2\x82", 1);
  write("\xf0\x9f", 2);
  EXPECT_EQ(consoleShown, u"");
  write("\xac", 1);
  EXPECT_EQ(consoleShown, u"\u20ac");
  write("\x98\x80", 2);
  EXPECT_EQ(consoleShown, u"\u20ac\U0001f600");
}

TEST_F(ConsoleWrite, WhatIsNoCharacterIsReplaced) {
  for (auto &[bytes, shown] :
       std::vector<std::pair<std::string, std::u16string>>{
           {"\x80x", u"\ufffdx"}, // no first byte
           {"\xc3x", u"\ufffdx"}, // cut off
           {"\xe2\x82x", u"\ufffdx"},
           {"\xe2\xe2\x82\xac", u"\ufffd\u20ac"}, // cut off by the next
           {"\xc0\xaf", u"\ufffd\ufffd"},         // not the shortest form
           {"\xe0\x80\xaf", u"\ufffd"},
           {"\xed\xa0\x80", u"\ufffd"},     // a surrogate
           {"\xf4\x90\x80\x80", u"\ufffd"}, // beyond Unicode
           {"\xff\xfe", u"\ufffd\ufffd"}}) {
    consoleShown.clear();
    write(bytes);
    EXPECT_EQ(consoleShown, shown);
  }
}

TEST_F(ConsoleWrite, LongTextsAndShortWritesLoseNothing) {
  std::string text;
  std::u16string wanted;
  for (int i = 0; i != 1000; ++i) {
    text += i % 3 ? "\xf0\x9f\x98\x80" : "x";
    wanted += i % 3 ? u"\U0001f600" : u"x";
  }
  for (uint32_t takes : {1u, 7u, 1000u}) {
    consoleShown.clear();
    consoleTakes = takes;
    EXPECT_EQ(write(text), WASI_SUCCESS);
    EXPECT_EQ(consoleShown, wanted);
  }
}

TEST_F(ConsoleWrite, AConsoleThatIsGoneIsAnError) {
  consoleTakes = 0;
  EXPECT_NE(write("x"), WASI_SUCCESS);
}

} // namespace
