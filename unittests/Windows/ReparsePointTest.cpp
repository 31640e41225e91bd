// Reparse points on Windows: symbolic links are resolved by the runtime and
// only inside, everything else of the kind is refused, and none is ever handed
// to the system to follow.

#include "WasiOnNt.h"

namespace {

constexpr uint32_t mountPoint = 0xa0000003, appExecLink = 0x8000001b,
                   cloudFile = 0x9000001a, wslLink = 0xa000001d;

class ReparsePoint : public WasiOnNt {};

TEST_F(ReparsePoint, LinksInsideAreFollowed) {
  nt.link(u"box/l", u"d\\f");
  nt.link(u"box/d/up", u"..\\f");
  nt.link(u"box/dir", u"d");
  nt.link(u"box/twice", u"dir\\up");
  for (const char *path : {"l", "d/up", "dir/f", "dir/up", "twice"})
    EXPECT_EQ(open(path), 0u) << path;
  EXPECT_EQ(open("l"), 0u);
  EXPECT_EQ(opened, nt.find(u"box/d/f"));
  EXPECT_EQ(open("twice"), 0u);
  EXPECT_EQ(opened, nt.find(u"box/f"));
  EXPECT_EQ(open("dir/../f"), 0u);
  EXPECT_EQ(opened, nt.find(u"box/f"));
}

TEST_F(ReparsePoint, LinksThatLeaveAreRefused) {
  nt.directory(u"box/d/e");
  const std::u16string outward[] = {u"..\\secret", u"..",
                                    u"..\\box\\f", u"d\\..\\..\\secret",
                                    u"\\secret",   u"\\??\\C:\\f",
                                    u"/secret",    u"\\\\server\\share\\f",
                                    u"C:\\secret", u"d/../../secret"};
  for (const std::u16string &target : outward) {
    nt.link(u"box/l", target);
    nt.link(u"box/d/e/chain", u"..\\..\\l");
    std::string name(target.begin(), target.end());
    for (const char *path : {"l", "l/x", "d/e/chain", "d/e/chain/secret"})
      EXPECT_NE(open(path), 0u) << path << " to " << name;
    for (const char *path : {"l", "d/e/chain"})
      EXPECT_NE(create(path), 0u) << path << " to " << name;
    EXPECT_EQ(open("l", {false}), WASI_ELOOP) << name;
    expectOutsideUntouched();
  }
}

TEST_F(ReparsePoint, AbsoluteLinksAreRefusedEvenToTheInside) {
  for (const char16_t *target : {u"C:\\box\\f", u"\\??\\C:\\box\\f"}) {
    nt.link(u"box/l", target, false);
    EXPECT_EQ(open("l"), WASI_ENOTCAPABLE);
    EXPECT_EQ(open("l/f"), WASI_ENOTCAPABLE);
  }
}

TEST_F(ReparsePoint, OtherKindsAreRefused) {
  for (uint32_t tag : {mountPoint, appExecLink, cloudFile, wslLink}) {
    nt.reparse(u"box/j", tag, u"\\??\\C:\\")->entries[u"F"] = {
        u"f", nt.find(u"secret")};
    EXPECT_EQ(open("j"), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(open("j", {false}), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(open("j/f"), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(create("j/f"), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(open("j/../f"), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(makeDirectory("j/x"), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(unlink("j/f"), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(rename("j/f", "g"), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(rename("f", "j/f"), WASI_ENOTCAPABLE) << tag;
    EXPECT_EQ(link("j/f", "g", false), WASI_ENOTCAPABLE) << tag;
  }
}

TEST_F(ReparsePoint, CreatingThroughALinkStaysInside) {
  nt.link(u"box/out", u"..\\made");
  nt.link(u"box/in", u"d\\made");
  EXPECT_EQ(create("out"), WASI_ENOTCAPABLE);
  EXPECT_EQ(open("out", {false, OflagCreat, RightFdWrite}), WASI_ELOOP);
  EXPECT_EQ(open("out", {true, OflagCreat | OflagExcl, RightFdWrite}),
            WASI_EEXIST);
  EXPECT_EQ(makeDirectory("out"), WASI_EEXIST);
  EXPECT_EQ(create("in"), 0u);
  EXPECT_EQ(opened, nt.find(u"box/d/made"));
}

TEST_F(ReparsePoint, EmptyingAFileNeverReachesThroughALink) {
  nt.link(u"box/out", u"..\\secret");
  nt.link(u"box/in", u"d\\f");
  EXPECT_EQ(open("out", {true, OflagTrunc, RightFdWrite}), WASI_ENOTCAPABLE);
  EXPECT_EQ(open("out", {false, OflagTrunc, RightFdWrite}), WASI_ELOOP);
  EXPECT_EQ(open("in", {true, OflagTrunc, RightFdWrite}), 0u);
  EXPECT_EQ(nt.find(u"box/d/f")->data, "");
}

TEST_F(ReparsePoint, LinksAreRemovedAndRenamedThemselves) {
  nt.link(u"box/out", u"..\\secret");
  nt.reparse(u"box/junction", mountPoint, u"\\??\\C:\\");
  EXPECT_EQ(rename("out", "d/moved"), 0u);
  EXPECT_EQ(nt.find(u"box/d/moved")->target, u"..\\secret");
  EXPECT_EQ(unlink("d/moved"), 0u);
  EXPECT_FALSE(nt.find(u"box/d/moved"));
  EXPECT_EQ(removeDirectory("junction"), WASI_ENOTDIR);
  EXPECT_EQ(unlink("junction"), 0u);
  EXPECT_FALSE(nt.find(u"box/junction"));
}

TEST_F(ReparsePoint, AHardLinkIsOfTheLinkItselfOrOfWhatIsInside) {
  nt.link(u"box/out", u"..\\secret");
  nt.link(u"box/in", u"d\\f");
  EXPECT_EQ(link("out", "second", true), WASI_ENOTCAPABLE);
  EXPECT_EQ(link("out", "second", false), 0u);
  EXPECT_EQ(nt.find(u"box/second"), nt.find(u"box/out"));
  EXPECT_EQ(link("in", "third", true), 0u);
  EXPECT_EQ(nt.find(u"box/third"), nt.find(u"box/d/f"));
}

TEST_F(ReparsePoint, LinksAreMadeAndRead) {
  uint32_t error;
  EXPECT_EQ(symlink("d/f", "l"), 0u);
  EXPECT_EQ(nt.find(u"box/l")->target, u"d\\f");
  EXPECT_TRUE(nt.find(u"box/l")->relative);
  EXPECT_FALSE(nt.find(u"box/l")->directory);
  EXPECT_EQ(readLink("l", &error), "d/f");
  EXPECT_EQ(open("l"), 0u);
  EXPECT_EQ(opened, nt.find(u"box/d/f"));
  EXPECT_EQ(symlink("d", "dir"), 0u);
  EXPECT_TRUE(nt.find(u"box/dir")->directory) << "Windows wants to know";
  EXPECT_EQ(open("dir/f"), 0u);
  EXPECT_EQ(symlink("/secret", "absolute"), WASI_ENOTCAPABLE);
  EXPECT_EQ(symlink("../secret", "out"), 0u) << "but not followed:";
  EXPECT_EQ(open("out"), WASI_ENOTCAPABLE);
  nt.link(u"box/host", u"\\??\\C:\\x", false);
  EXPECT_EQ(readLink("host", &error)[0], '/');
  readLink("f", &error);
  EXPECT_EQ(error, WASI_EINVAL);
}

TEST_F(ReparsePoint, WhereALinkLeadsIsNotWhatItShows) {
  uint32_t error;
  nt.link(u"box/l", u"..\\secret")->print = u"d\\f";
  EXPECT_EQ(readLink("l", &error), "../secret");
  EXPECT_EQ(open("l"), WASI_ENOTCAPABLE);
  nt.link(u"box/l", u"d\\f")->print = u"";
  EXPECT_EQ(open("l"), 0u);
  EXPECT_EQ(opened, nt.find(u"box/d/f"));
}

TEST_F(ReparsePoint, NamesBeyondTheDataOfALinkAreNotRead) {
  uint32_t error;
  nt.link(u"box/l", u"d\\f")->claimedBytes = 2000;
  EXPECT_EQ(readLink("l", &error), "");
  EXPECT_EQ(error, WASI_EIO);
  EXPECT_NE(open("l"), 0u);
}

TEST_F(ReparsePoint, LoopsEnd) {
  nt.link(u"box/a", u"b");
  nt.link(u"box/b", u"a");
  nt.link(u"box/self", u"self\\x");
  for (const char *path : {"a", "a/x", "self"})
    EXPECT_EQ(open(path), WASI_ELOOP) << path;
}

} // namespace
