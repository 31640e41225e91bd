// Paths never leave the directory they start from, whatever links and races
// there are, and leak no handle.

#include "FakeOs.h"
#include "wasi/path_resolve.h"
#include "gtest/gtest.h"

namespace {

class PathResolve : public testing::Test {
protected:
  PathResolve() : base(os.open(os.directory("base"))) {
    os.file("secret");
    os.file("base/f");
    os.file("base/d/e/f");
  }

  // The error, or "" and where the path ended: the parent's node and the name.
  WasiErrno resolve(const std::string &text,
                    LastLink last = LastLink::FollowBeforeSlash) {
    ResolvedPath path;
    WasiErrno error = path.resolve(base, text.data(), text.size(), last);
    parent = error ? nullptr : os.node(path.parent());
    name = error ? "" : path.name();
    slash = !error && path.trailingSlash();
    return error;
  }

  void expect(const std::string &text, const std::string &directory,
              const std::string &last, LastLink how = LastLink::Follow) {
    EXPECT_EQ(resolve(text, how), WASI_SUCCESS) << text;
    EXPECT_EQ(parent, os.directory(directory)) << text;
    EXPECT_EQ(name, last) << text;
  }

  void TearDown() override { EXPECT_EQ(os.handles.size(), 1u) << "leaks"; }

  FakeOs os;
  OsHandle base;
  std::shared_ptr<FakeNode> parent;
  std::string name;
  bool slash = false;
};

TEST_F(PathResolve, SplitsOffTheLastName) {
  expect("f", "base", "f");
  expect("d/e/f", "base/d/e", "f");
  expect("d//e/./f", "base/d/e", "f");
  expect("d/.//e/../e///f", "base/d/e", "f");
  expect("missing", "base", "missing");
  EXPECT_FALSE(slash);
}

TEST_F(PathResolve, DirectoriesNamedByDotsAreTheParentItself) {
  expect(".", "base", ".");
  expect("./", "base", ".");
  expect("d/..", "base", ".");
  expect("d/e/.", "base/d/e", ".");
  expect("d/e/../", "base/d", ".");
}

TEST_F(PathResolve, TrailingSlashesAreReported) {
  expect("d/e///", "base/d", "e");
  EXPECT_TRUE(slash);
  expect("new/", "base", "new", LastLink::Keep);
  EXPECT_TRUE(slash);
}

TEST_F(PathResolve, RefusesPathsThatLeave) {
  for (const char *path :
       {"..", "../", "../base/f", "d/../..", "d/../../base/f", "/", "/f", "//f",
        "d/e/../../../secret"})
    EXPECT_EQ(resolve(path), WASI_ENOTCAPABLE) << path;
}

TEST_F(PathResolve, RefusesLinksThatLeave) {
  os.link("base/up", "../secret");
  os.link("base/absolute", "/secret");
  os.link("base/chain", "d/again");
  os.link("base/d/again", "../up");
  os.link("base/outside", "..");
  os.link("base/back", "../base/f");
  for (const char *path : {"up", "absolute", "chain"}) {
    EXPECT_EQ(resolve(path, LastLink::Follow), WASI_ENOTCAPABLE) << path;
    EXPECT_EQ(resolve(path, LastLink::Keep), WASI_SUCCESS) << path;
    EXPECT_EQ(name, path);
  }
  EXPECT_EQ(resolve("outside/secret"), WASI_ENOTCAPABLE);
  EXPECT_EQ(resolve("back", LastLink::Follow), WASI_ENOTCAPABLE)
      << "coming back inside does not help";
}

TEST_F(PathResolve, FollowsLinksInside) {
  os.link("base/l", "d/e/f");
  os.link("base/dir", "d/e");
  os.link("base/d/e/up", "../../f");
  os.link("base/dangling", "d/missing");
  os.link("base/slash", "d/e/");
  expect("l", "base/d/e", "f");
  expect("l", "base", "l", LastLink::Keep);
  expect("dir/f", "base/d/e", "f");
  expect("dir/up", "base", "f");
  expect("dangling", "base/d", "missing");
  expect("slash", "base/d", "e");
  expect("dir/..", "base/d", ".");
}

TEST_F(PathResolve, ASlashFollowsTheLastLinkWhereThatIsAsked) {
  os.link("base/dir", "d/e");
  expect("dir/", "base/d", "e", LastLink::FollowBeforeSlash);
  EXPECT_TRUE(slash);
  expect("dir/", "base", "dir", LastLink::Keep);
  expect("dir", "base", "dir", LastLink::FollowBeforeSlash);
}

TEST_F(PathResolve, CountsLinks) {
  os.link("base/a", "b");
  os.link("base/b", "a");
  EXPECT_EQ(resolve("a", LastLink::Follow), WASI_ELOOP);
  EXPECT_EQ(resolve("a/x"), WASI_ELOOP);
  for (int i = 0; i != 42; ++i)
    os.link("base/l" + std::to_string(i), "l" + std::to_string(i + 1));
  os.file("base/l42");
  EXPECT_EQ(resolve("l2", LastLink::Follow), WASI_SUCCESS); // 40 links
  EXPECT_EQ(name, "l42");
  EXPECT_EQ(resolve("l1", LastLink::Follow), WASI_ELOOP);
}

TEST_F(PathResolve, RefusesWhatIsNoPath) {
  EXPECT_EQ(resolve(""), WASI_ENOENT);
  EXPECT_EQ(resolve(std::string("f\0x", 3)), WASI_EINVAL);
  EXPECT_EQ(resolve("f/x"), WASI_ENOTDIR);
  EXPECT_EQ(resolve("f/.."), WASI_ENOTDIR);
  EXPECT_EQ(resolve("missing/x"), WASI_ENOENT);
}

TEST_F(PathResolve, BoundsLengthAndDepth) {
  EXPECT_EQ(resolve(std::string(4095, 'x')), WASI_SUCCESS);
  EXPECT_EQ(resolve(std::string(4096, 'x')), WASI_ENAMETOOLONG);
  EXPECT_EQ(resolve(std::string(110000, 'x')), WASI_ENAMETOOLONG);
  std::string deep, longTarget(4000, 'y');
  for (uint32_t i = 0; i != maxPathDepth; ++i)
    deep += "x/";
  os.directory("base/" + deep + "x");
  EXPECT_EQ(resolve(deep + "f"), WASI_SUCCESS);
  EXPECT_EQ(resolve(deep + "x/f"), WASI_ENAMETOOLONG);
  os.link("base/long", longTarget);
  EXPECT_EQ(resolve("long/" + std::string(200, 'z')), WASI_ENAMETOOLONG);
}

TEST_F(PathResolve, ADirectoryMovedMeanwhileDoesNotLeadOutside) {
  // While the path is inside base/d/e, somebody moves that to the top: its
  // parent is now outside.
  auto moved = os.directory("base/d/e");
  moved->onEnter = [&] {
    os.root->entries["e"] = moved;
    os.directory("base/d")->entries.erase("e");
  };
  expect("d/e/../../f", "base", "f");
  EXPECT_EQ(resolve("d/e/../../../secret"), WASI_ENOENT) << "e is gone";
}

TEST_F(PathResolve, ADirectorySwappedForALinkIsNotEntered) {
  os.directory("base/d")->onEnter = [&] {
    os.directory("base/d")->entries.erase("e");
    os.link("base/d/e", "../../..");
  };
  EXPECT_EQ(resolve("d/e/secret"), WASI_ENOTCAPABLE);
}

} // namespace
