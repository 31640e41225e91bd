// Descriptors: the lowest free number, rights, and a bound instead of a crash.

#include "FakeOs.h"
#include "wasi/fd_table.h"
#include "gtest/gtest.h"
#include <vector>

namespace {

// The table is created once in a process, so there is one test with an order.
class FdTable : public testing::Test {
protected:
  uint32_t allocate(uint64_t rights = RightsRegularFile) {
    uint32_t fd = ~0u;
    FdEntry *entry;
    EXPECT_EQ(fdAllocate(os.open(os.root), FiletypeRegularFile, rights, 0, &fd,
                         &entry),
              WASI_SUCCESS);
    return fd;
  }

  WasiErrno find(uint32_t fd, uint64_t rights = 0) {
    return fdFind(fd, rights, &found);
  }

  void closeAll() {
    for (uint32_t fd = 0; fd != maxDescriptors; ++fd)
      if (find(fd) == WASI_SUCCESS)
        fdRelease(fd);
  }

  FakeOs os;
  FdEntry *found = nullptr;
};

TEST_F(FdTable, KeepsItsRules) {
  // Standard input, output and error are there; a terminal cannot seek.
  os.stdio[1] = false;
  EXPECT_EQ(find(0, RightFdRead), WASI_SUCCESS);
  EXPECT_EQ(find(0, RightFdWrite), WASI_EBADF);
  EXPECT_EQ(find(0, RightFdSeek), WASI_ENOTCAPABLE);
  EXPECT_EQ(fdFindSeekable(0, RightFdSeek, &found), WASI_ESPIPE);
  EXPECT_EQ(find(1), WASI_EBADF) << "closed at start";
  EXPECT_EQ(find(2, RightFdWrite), WASI_SUCCESS);
  for (uint32_t fd : {3u, 65535u, 65536u, ~0u})
    EXPECT_EQ(find(fd), WASI_EBADF);

  // The lowest free number comes first.
  EXPECT_EQ(allocate(), 1u);
  EXPECT_EQ(allocate(), 3u);
  EXPECT_EQ(allocate(), 4u);
  EXPECT_EQ(allocate(), 5u);
  EXPECT_EQ(fdRelease(4), WASI_SUCCESS);
  EXPECT_EQ(fdRelease(3), WASI_SUCCESS);
  EXPECT_EQ(allocate(), 3u);
  EXPECT_EQ(allocate(), 4u);

  // Moving closes what was there, and frees the old number.
  size_t handles = os.handles.size();
  ASSERT_EQ(find(5), WASI_SUCCESS);
  OsHandle moved = found->handle;
  fdMove(5, 3);
  EXPECT_EQ(os.handles.size(), handles - 1);
  ASSERT_EQ(find(3), WASI_SUCCESS);
  EXPECT_EQ(found->handle, moved);
  EXPECT_EQ(find(5), WASI_EBADF);
  EXPECT_EQ(allocate(RightFdRead), 5u);
  EXPECT_EQ(find(5, RightFdRead | RightFdTell), WASI_ENOTCAPABLE);

  // All numbers can be used, and then there is an error.
  uint32_t fd;
  FdEntry *entry;
  closeAll();
  for (uint32_t i = 0; i != maxDescriptors; ++i)
    ASSERT_EQ(allocate(), i);
  EXPECT_EQ(fdAllocate(0, FiletypeRegularFile, 0, 0, &fd, &entry), WASI_EMFILE);
  EXPECT_EQ(fdRelease(40000), WASI_SUCCESS);
  EXPECT_EQ(allocate(), 40000u);
  closeAll();
  EXPECT_EQ(os.handles.size(), 0u) << "leaks";
}

} // namespace
