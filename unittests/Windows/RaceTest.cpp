// Another process changes the directory while a path is resolved: between the
// look at a name and its use, whatever it swaps, nothing outside is touched.

#include "WasiOnNt.h"

namespace {

class Race : public WasiOnNt {
protected:
  // Puts `node` in the place of `path` right before or after the `turn`th time
  // that NT is asked for its last name.
  void swapBefore(const std::u16string &path, NtNodePtr node, int turn = 0) {
    nt.beforeOpen = swapper(path, node, turn);
  }
  void swapAfter(const std::u16string &path, NtNodePtr node, int turn = 0) {
    nt.afterOpen = swapper(path, node, turn);
  }

  std::function<void(const std::u16string &)>
  swapper(const std::u16string &path, NtNodePtr node, int turn) {
    return [this, path, node, turn](const std::u16string &name) mutable {
      if (name == path.substr(path.rfind(u'/') + 1) && turn-- == 0)
        nt.put(path, node);
    };
  }

  // A link to the outside that is in no directory yet.
  NtNodePtr outward(const std::u16string &target) {
    NtNodePtr made = nt.link(u"box/tmp", target);
    nt.remove(u"box/tmp");
    return made;
  }
};

TEST_F(Race, ADirectorySwappedForALinkBeforeItIsOpened) {
  swapBefore(u"box/d", outward(u".."));
  EXPECT_EQ(open("d/secret"), WASI_ENOTCAPABLE);
}

TEST_F(Race, ADirectorySwappedForALinkAfterItIsOpened) {
  NtNodePtr inside = nt.find(u"box/d/f");
  swapAfter(u"box/d", outward(u".."));
  EXPECT_EQ(open("d/f"), 0u);
  EXPECT_EQ(opened, inside) << "the directory that was looked at";
}

TEST_F(Race, ADirectorySwappedForAJunction) {
  NtNodePtr junction = nt.reparse(u"box/tmp", 0xa0000003, u"\\??\\C:\\");
  junction->entries[u"SECRET"] = {u"secret", nt.find(u"secret")};
  nt.remove(u"box/tmp");
  swapBefore(u"box/d", junction);
  EXPECT_EQ(open("d/secret"), WASI_ENOTCAPABLE);
}

TEST_F(Race, AFileSwappedForALinkBetweenTheLookAndTheOpen) {
  // The first time, the name is looked at whether it is a link.
  for (uint32_t oflags : {0u, uint32_t(OflagCreat), uint32_t(OflagTrunc)}) {
    nt.file(u"box/f", "inside");
    swapBefore(u"box/f", outward(u"..\\secret"), 1);
    EXPECT_EQ(open("f", {true, oflags, RightFdRead | RightFdWrite}),
              WASI_ENOTCAPABLE);
    EXPECT_EQ(nt.find(u"box/f")->reparseTag, 0xa000000c) << "it was swapped";
  }
}

TEST_F(Race, AMissingFileThatAppearsAsALink) {
  swapBefore(u"box/new", outward(u"..\\made"), 1);
  EXPECT_EQ(create("new"), WASI_ENOTCAPABLE);
  EXPECT_EQ(nt.find(u"box/new")->reparseTag, 0xa000000c) << "it appeared";
}

TEST_F(Race, ALinkSwappedForAFileIsOpenedAsThat) {
  nt.link(u"box/l", u"..\\secret");
  NtNodePtr file = nt.file(u"box/tmp", "new");
  swapAfter(u"box/l", file); // the target is read of the handle
  EXPECT_EQ(open("l"), WASI_ENOTCAPABLE);
  nt.link(u"box/l", u"d\\f");
  swapBefore(u"box/l", file);
  EXPECT_EQ(open("l"), 0u);
  EXPECT_EQ(opened, file);
}

TEST_F(Race, EmptyingKeepsToTheFileThatWasChecked) {
  NtNodePtr file = nt.find(u"box/f");
  swapAfter(u"box/f", outward(u"..\\secret"), 1);
  EXPECT_EQ(open("f", {true, OflagTrunc, RightFdWrite}), 0u);
  EXPECT_EQ(file->data, "");
}

TEST_F(Race, RemovingAndRenamingKeepToTheDirectoryThatWasChecked) {
  nt.directory(u"elsewhere");
  NtNodePtr elsewhere = nt.file(u"elsewhere/f", "outside");
  for (int what = 0; what != 3; ++what) {
    NtNodePtr d = nt.directory(u"box/d");
    nt.file(u"box/d/f", "inside");
    swapAfter(u"box/d", outward(u"..\\elsewhere"));
    EXPECT_EQ(what == 0   ? unlink("d/f")
              : what == 1 ? rename("d/f", "g")
                          : rename("f", "d/f"),
              0u)
        << what;
    EXPECT_EQ(nt.find(u"elsewhere/f"), elsewhere) << what;
    nt.put(u"box/d", d);
    nt.afterOpen = nullptr;
  }
  nt.remove(u"elsewhere");
}

TEST_F(Race, ADirectoryMovedOutsideDoesNotTakeTheWalkAlong) {
  NtNodePtr d = nt.find(u"box/d");
  nt.afterOpen = [this, d](const std::u16string &name) {
    if (name == u"d" && nt.find(u"box/d")) {
      nt.put(u"d", d);
      nt.remove(u"box/d");
    }
  };
  EXPECT_EQ(open("d/../../secret"), WASI_ENOTCAPABLE);
  nt.put(u"box/d", d);
  nt.remove(u"d");
  EXPECT_EQ(open("d/../f"), 0u);
  EXPECT_EQ(opened, nt.find(u"box/f"));
  nt.remove(u"d");
}

// Swaps at each request, in an order that a generator decides.
TEST_F(Race, AHundredThousandRandomSwaps) {
  NtNodePtr directory = nt.find(u"box/d"), file = nt.find(u"box/d/f");
  NtNodePtr toOutside = outward(u".."), toSecret = outward(u"..\\..\\secret"),
            toInside = outward(u"other");
  nt.file(u"box/other/f", "other");
  NtNodePtr secret = nt.file(u"secret", "outside");
  uint32_t state = 1;
  auto random = [&state](uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 16) % below;
  };
  auto race = [&](const std::u16string &) {
    NtNodePtr directories[] = {directory, directory, toOutside, toInside};
    NtNodePtr files[] = {file, file, toSecret, toSecret};
    nt.put(u"box/d", directories[random(4)]);
    directory->entries[u"F"] = {u"f", files[random(4)]};
  };
  nt.beforeOpen = nt.afterOpen = race;
  unsigned good = 0, refused = 0;
  const Open ways[] = {{true, 0, RightFdRead},
                       {true, OflagCreat, RightFdWrite},
                       {true, OflagTrunc, RightFdWrite},
                       {false, 0, RightFdRead}};
  for (int i = 0; i != 100000; ++i) {
    uint32_t error = open("d/f", ways[random(4)]);
    ++(error ? refused : good);
    ASSERT_NE(opened, secret);
    ASSERT_TRUE(error == 0 || error == WASI_ENOTCAPABLE || error == WASI_ELOOP)
        << error;
    nt.asked.clear();
  }
  EXPECT_GT(good, 10000u);
  EXPECT_GT(refused, 10000u);
}

} // namespace
