// The filter for Windows names: what Win32 would take for something else than
// a file of that name is refused, in any case and with any suffix.

#include "windows/name.h"
#include "gtest/gtest.h"
#include <cctype>
#include <string>
#include <vector>

namespace {

WasiErrno check(const std::string &name, std::u16string *out = nullptr) {
  char16_t units[maxNameUnits];
  uint32_t count = 0;
  WasiErrno error = windowsName(name.c_str(), units, &count);
  if (out)
    *out = std::u16string(units, count);
  return error;
}

TEST(WindowsName, RefusesDevicesWithEverySuffix) {
  std::vector<std::string> devices = {"CON", "PRN",    "AUX",
                                      "NUL", "CONIN$", "CONOUT$"};
  for (std::string port : {"COM", "LPT"}) {
    for (char digit = '0'; digit <= '9'; ++digit)
      devices.push_back(port + digit);
    for (const char *superscript : {"\xc2\xb9", "\xc2\xb2", "\xc2\xb3"})
      devices.push_back(port + superscript);
  }
  for (const std::string &device : devices)
    for (const char *suffix : {"", " ", ".", ". ", " .", "..", ".ext", ".ext.",
                               ".ext.more. ", " .txt", ":", ":x", "  .x"}) {
      std::string name = device + suffix, lower, mixed;
      for (char c : name) {
        lower += char(tolower(uint8_t(c)));
        mixed += lower.size() % 2 ? c : lower.back();
      }
      EXPECT_EQ(check(name), WASI_ENOENT) << name << "|";
      EXPECT_EQ(check(lower), WASI_ENOENT) << lower << "|";
      EXPECT_EQ(check(mixed), WASI_ENOENT) << mixed << "|";
    }
}

TEST(WindowsName, AllowsNamesThatOnlyLookLikeDevices) {
  for (const char *name : {"CONSOLE",
                           "CON$",
                           "CONIN$x",
                           "xNUL",
                           "COM1x",
                           "LPT\xc2\xb9x",
                           "COM\xe2\x82\x81",
                           "ACON",
                           "CO",
                           "COM",
                           "COM10",
                           "COMA",
                           "LPT",
                           "LPT11",
                           "NULL",
                           "x.CON",
                           "CONIN",
                           "AUX1",
                           "COM\xe2\x81\xb4",
                           "PROGRA~1",
                           "PRN_"})
    EXPECT_EQ(check(name), WASI_SUCCESS) << name;
}

TEST(WindowsName, RefusesStreamsAndDrives) {
  for (const char *name :
       {"f:s", "f::$DATA", "d:$I30:$INDEX_ALLOCATION", "C:foo", "C:", ":", ":s",
        "f:s:$DATA", "C:\\x", "f:", "f.txt:s"})
    EXPECT_EQ(check(name), WASI_EINVAL) << name;
}

TEST(WindowsName, RefusesReservedCharacters) {
  for (const char *name : {"a\\b", "\\", "\\\\?\\x", "\\\\.\\x",
                           "\\\\srv\\share", "\\x", "/x", "\\??\\x", "a\\..\\b",
                           "a/b", "a<b", "a>b", "a\"b", "a|b", "a?b", "a*b"})
    EXPECT_EQ(check(name), WASI_EINVAL) << name;
  for (char c = 1; c != 32; ++c)
    EXPECT_EQ(check(std::string("a") + c), WASI_EINVAL) << int(c);
  EXPECT_EQ(check("a\x7f"), WASI_SUCCESS);
}

TEST(WindowsName, RefusesEndingsThatWin32Drops) {
  for (const char *name : {"a.", "a ", "a. .", "...", " ", "a. ", "x.txt."})
    EXPECT_EQ(check(name), WASI_EINVAL) << name;
  for (const char *name : {".a", " a", "a.b", "a b", "..a", ".gitignore"})
    EXPECT_EQ(check(name), WASI_SUCCESS) << name;
}

TEST(WindowsName, ConvertsUtf8) {
  std::u16string out;
  EXPECT_EQ(check("a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", &out), WASI_SUCCESS);
  EXPECT_EQ(out, u"a\u00e4\u20ac\U0001F600");
}

TEST(WindowsName, KeepsLoneSurrogatesApart) {
  std::u16string out;
  EXPECT_EQ(check("\xed\xa0\x80x", &out), WASI_SUCCESS);
  EXPECT_EQ(out, std::u16string({char16_t(0xd800), u'x'}));
  EXPECT_EQ(check("\xed\xb0\x80\xed\xa0\x80", &out), WASI_SUCCESS);
  EXPECT_EQ(check("\xed\xa0\x80\xed\xb0\x80"), WASI_EILSEQ)
      << "a second spelling of U+10000";
}

TEST(WindowsName, RefusesWhatIsNotUtf8) {
  for (const char *name : {"\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf",
                           "\xf0\x80\x80\xaf", "\xc3", "\xe2\x82", "\xc3(",
                           "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff"})
    EXPECT_EQ(check(name), WASI_EILSEQ) << name;
}

TEST(WindowsName, CountsUnitsNotBytes) {
  std::string smileys;
  for (int i = 0; i != 127; ++i)
    smileys += "\xf0\x9f\x98\x80";
  EXPECT_EQ(check(smileys + "x"), WASI_SUCCESS); // 255 units, 509 bytes
  EXPECT_EQ(check(smileys + "\xf0\x9f\x98\x80"), WASI_ENAMETOOLONG);
  EXPECT_EQ(check(std::string(255, 'x')), WASI_SUCCESS);
  EXPECT_EQ(check(std::string(256, 'x')), WASI_ENAMETOOLONG);
  EXPECT_EQ(check(""), WASI_ENOENT);
}

} // namespace
