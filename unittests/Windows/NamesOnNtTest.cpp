// Names on Windows: what the filter refuses never reaches the system, in no
// component and by no function; and what the functions do where it lacks the
// newer requests.

#include "WasiOnNt.h"
#include <algorithm>

namespace {

class NamesOnNt : public WasiOnNt {
protected:
  // Gives the name to everything that takes one.
  void expectEverywhere(const std::string &name, uint32_t error) {
    nt.asked.clear();
    EXPECT_EQ(open(name), error) << name;
    EXPECT_EQ(open(name + "/f"), error) << name;
    EXPECT_EQ(open("d/" + name), error) << name;
    EXPECT_EQ(create(name), error) << name;
    EXPECT_EQ(create("d/" + name), error) << name;
    EXPECT_EQ(makeDirectory(name), error) << name;
    EXPECT_EQ(removeDirectory(name), error) << name;
    EXPECT_EQ(unlink(name), error) << name;
    EXPECT_EQ(rename("f", name), error) << name;
    EXPECT_EQ(rename(name, "g"), error) << name;
    EXPECT_EQ(link("f", name, false), error) << name;
    EXPECT_EQ(symlink("f", name), error) << name;
    for (const std::u16string &asked : nt.asked)
      EXPECT_TRUE(asked == u"f" || asked == u"d" || asked == u"g" ||
                  asked.empty())
          << name;
  }
};

TEST_F(NamesOnNt, DevicesAreNoFiles) {
  for (const char *name :
       {"CON", "nul.txt", "COM1", "com\xc2\xb9.x", "AUX ", "CONIN$", "lpt9:"})
    expectEverywhere(name, WASI_ENOENT);
}

TEST_F(NamesOnNt, ReservedNamesAreInvalid) {
  for (const char *name :
       {"f:s", "f::$DATA", "C:f", "..\\secret", "a\\b", "\\\\?\\C:\\secret",
        "\\??\\C:\\secret", "f.", "f ", "f?", "*", "f<", "\x01"})
    expectEverywhere(name, WASI_EINVAL);
}

TEST_F(NamesOnNt, WhatIsNotUtf8IsRefused) {
  for (const char *name : {"\xff", "\xc0\xaf", "f\xe2\x82"})
    expectEverywhere(name, WASI_EILSEQ);
}

TEST_F(NamesOnNt, LinksCannotNameThemEither) {
  for (const char16_t *target : {u"NUL", u"f:s", u"d\\..\\f.", u"con\\f"}) {
    nt.link(u"box/l", target);
    uint32_t error = open("l");
    EXPECT_TRUE(error == WASI_ENOENT || error == WASI_EINVAL) << error;
  }
  EXPECT_EQ(std::count(nt.asked.begin(), nt.asked.end(), u"NUL"), 0);
}

TEST_F(NamesOnNt, CaseDoesNotMatterAndIsKept) {
  EXPECT_EQ(create("Name"), 0u);
  EXPECT_EQ(open("nAME"), 0u);
  EXPECT_EQ(opened, nt.find(u"box/name"));
  EXPECT_EQ(rename("Name", "NAME"), 0u);
  EXPECT_EQ(nt.find(u"box")->entries.at(u"NAME").name, u"NAME");
}

TEST_F(NamesOnNt, RenamingFollowsPosix) {
  nt.directory(u"box/empty");
  nt.file(u"box/full/f");
  EXPECT_EQ(rename("f", "d"), WASI_EISDIR);
  EXPECT_EQ(rename("d", "f"), WASI_ENOTDIR);
  EXPECT_EQ(rename("d", "full"), WASI_ENOTEMPTY);
  EXPECT_EQ(rename("d", "empty"), 0u);
  EXPECT_TRUE(nt.find(u"box/empty/f"));
  EXPECT_EQ(rename("f", "full/f"), 0u) << "replaces";
  EXPECT_EQ(nt.find(u"box/full/f")->data, "inside");
  EXPECT_EQ(unlink("full"), WASI_EISDIR);
  EXPECT_EQ(removeDirectory("full"), WASI_ENOTEMPTY);
  EXPECT_EQ(removeDirectory("full/f"), WASI_ENOTDIR);
}

TEST_F(NamesOnNt, OlderSystemsRemoveAndRenameByTheOlderRequests) {
  nt.isOld = true;
  EXPECT_EQ(rename("f", "d/f"), 0u);
  EXPECT_EQ(nt.find(u"box/d/f")->data, "inside");
  EXPECT_EQ(unlink("d/f"), 0u);
  EXPECT_FALSE(nt.find(u"box/d/f"));
  EXPECT_EQ(removeDirectory("d"), 0u);
  EXPECT_FALSE(nt.find(u"box/d"));
}

TEST_F(NamesOnNt, DirectoriesAreNotOpenedAsFiles) {
  EXPECT_EQ(open("d", {true, 0, RightFdWrite}), WASI_EISDIR);
  EXPECT_EQ(open("d", {true, OflagTrunc, 0}), WASI_EISDIR);
  EXPECT_EQ(create("d"), WASI_EISDIR);
  EXPECT_EQ(open("f", {true, OflagDirectory, RightFdRead}), WASI_ENOTDIR);
  EXPECT_EQ(open("f/x"), WASI_ENOTDIR);
}

TEST_F(NamesOnNt, AListHasTheKindsOfNames) {
  nt.link(u"box/link", u"..\\secret");
  nt.reparse(u"box/junction", 0xa0000003, u"\\??\\C:\\");
  std::map<std::string, uint8_t> found;
  OsHandle handle;
  ASSERT_EQ(os_open_root("box", &handle), WASI_SUCCESS);
  auto note = [](void *context, const char *name, size_t length, uint64_t,
                 uint8_t type) {
    (*static_cast<decltype(&found)>(context))[std::string(name, length)] = type;
    return true;
  };
  EXPECT_EQ(os_read_directory(handle, note, &found), WASI_SUCCESS);
  EXPECT_EQ(os_close(handle), WASI_SUCCESS);
  EXPECT_EQ(found,
            (std::map<std::string, uint8_t>{{"d", FiletypeDirectory},
                                            {"f", FiletypeRegularFile},
                                            {"junction", FiletypeUnknown},
                                            {"link", FiletypeSymbolicLink}}));
}

} // namespace
