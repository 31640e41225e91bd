// What is typed at a Windows console arrives as UTF-8 with "\n", however small
// the guest's buffers and the console's pieces are.

#include "FakeNt.h"
#include "windows/io.h"
#include "gtest/gtest.h"

namespace {

class ConsoleRead : public testing::Test {
protected:
  ConsoleRead() { consoleGives = 1000; }

  // One read of up to `size` bytes.
  std::string read(size_t size) {
    std::string bytes(size, '#');
    OsBuffer buffer = {bytes.data(), size};
    size_t done = 0;
    EXPECT_EQ(readConsole(nullptr, &buffer, 1, &done), WASI_SUCCESS);
    bytes.resize(done);
    return bytes;
  }

  // All until nothing is left.
  std::string readAll(size_t size) {
    std::string all;
    while (!consoleTyped.empty() || consoleHasLine(nullptr)) {
      std::string part = read(size);
      EXPECT_NE(part, "") << "would be the end";
      all += part;
    }
    return all;
  }
};

TEST_F(ConsoleRead, CharactersAreSplitAnywhere) {
  for (uint32_t gives : {1u, 2u, 3u, 1000u})
    for (size_t size : {1u, 2u, 3u, 1000u}) {
      consoleGives = gives;
      consoleTyped = u"gr\u00fc\u20ac\U0001f600!\r\nnext\r\n";
      EXPECT_EQ(readAll(size),
                "gr\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80!\nnext\n")
          << gives << " " << size;
    }
}

TEST_F(ConsoleRead, AReadEndsWithItsLine) {
  consoleTyped = u"one\r\ntwo\r\n";
  EXPECT_EQ(read(100), "one\n");
  EXPECT_EQ(read(2), "tw");
  EXPECT_EQ(read(100), "o\n");
}

TEST_F(ConsoleRead, LongLinesAreWhole) {
  for (size_t length : {253u, 254u, 255u, 256u, 257u, 10000u}) {
    consoleTyped = std::u16string(length, u'x') + u"\U0001f600\r\n";
    EXPECT_EQ(readAll(1000), std::string(length, 'x') + "\xf0\x9f\x98\x80\n");
  }
}

TEST_F(ConsoleRead, CtrlZAtTheStartIsTheEnd) {
  consoleTyped = u"\x1a\r\n";
  EXPECT_EQ(read(100), "");
  consoleTyped = u"a\x1a\r\n";
  EXPECT_EQ(read(100), "a\x1a\n");
}

TEST_F(ConsoleRead, AHalfCharacterIsKeptAsItIs) {
  consoleTyped = u"a";
  consoleTyped += char16_t(0xd800);
  consoleTyped += u"b\r\n";
  EXPECT_EQ(read(100), "a\xed\xa0\x80"
                       "b\n");
}

TEST_F(ConsoleRead, NothingIsReadForNothing) {
  consoleTyped = u"x\r\n";
  EXPECT_EQ(read(0), "");
  EXPECT_EQ(consoleTyped.size(), 3u);
  EXPECT_EQ(read(10), "x\n");
}

TEST_F(ConsoleRead, OnlyALineIsReady) {
  consoleTyped = u"half";
  EXPECT_FALSE(consoleHasLine(nullptr));
  consoleTyped += u"\r\n";
  EXPECT_TRUE(consoleHasLine(nullptr));
  EXPECT_EQ(read(1), "h");
  EXPECT_TRUE(consoleHasLine(nullptr)) << "the rest of it";
  EXPECT_EQ(read(10), "alf\n");
  EXPECT_FALSE(consoleHasLine(nullptr));
}

TEST_F(ConsoleRead, AConsoleThatIsGoneIsAnError) {
  consoleGives = 0;
  char byte;
  OsBuffer buffer = {&byte, 1};
  size_t done;
  EXPECT_NE(readConsole(nullptr, &buffer, 1, &done), WASI_SUCCESS);
}

} // namespace
