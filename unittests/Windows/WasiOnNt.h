// For tests of the sandbox on Windows: the WASI functions themselves, on a
// directory "box" of the tree in memory, beside which lies what no guest may
// reach.

#ifndef WASMC_UNITTESTS_WINDOWS_WASIONNT_H
#define WASMC_UNITTESTS_WINDOWS_WASIONNT_H

#include "FakeNt.h"
#include "abi/wasmc_abi.h"
#include "wasi/fd_table.h"
#include "wasi/wasi_functions.h"
#include "gtest/gtest.h"
#include <cstring>

using namespace wasi_signature;

class WasiOnNt : public testing::Test {
protected:
  WasiOnNt() {
    nt.file(u"secret", "outside");
    nt.file(u"box/f", "inside");
    nt.file(u"box/d/f", "deeper");
    wasmc_memory.base = memory;
    wasmc_memory.bytes = sizeof(memory);
    box = openBox();
  }

  void TearDown() override {
    if (box != ~0u)
      EXPECT_EQ(fdRelease(box), WASI_SUCCESS);
    EXPECT_EQ(nt.violations, std::vector<std::string>());
    EXPECT_EQ(nt.handles.size(), 0u) << "leaks";
    expectOutsideUntouched();
  }

  void expectOutsideUntouched() {
    EXPECT_EQ(nt.root->entries.size(), 2u) << "made outside";
    ASSERT_TRUE(nt.find(u"secret"));
    EXPECT_EQ(nt.find(u"secret")->data, "outside");
    EXPECT_EQ(nt.find(u"secret")->links, 1u);
  }

  uint32_t openBox() {
    OsHandle handle;
    uint32_t fd = ~0u;
    FdEntry *entry;
    EXPECT_EQ(os_open_root("box", &handle), WASI_SUCCESS);
    EXPECT_EQ(fdAllocate(handle, FiletypeDirectory, RightsDirectory,
                         RightsDirectory | RightsRegularFile, &fd, &entry),
              WASI_SUCCESS);
    return fd;
  }

  // Puts a text into guest memory; its address.
  uint32_t put(const std::string &text, uint32_t address) {
    memcpy(memory + address, text.data(), text.size());
    return address;
  }

  struct Open {
    bool follow = true;
    uint32_t oflags = 0;
    uint64_t rights = RightFdRead;
  };

  // The errno of path_open. On success `opened` is the file's node, and the
  // descriptor is closed again.
  uint32_t open(const std::string &path, const Open &how) {
    opened = nullptr;
    uint32_t error = wasmc_wasi_path_open(box, how.follow, put(path, 0),
                                          uint32_t(path.size()), how.oflags,
                                          how.rights, 0, 0, resultAt);
    if (error)
      return error;
    uint32_t fd;
    memcpy(&fd, memory + resultAt, 4);
    FdEntry *entry;
    EXPECT_EQ(fdFind(fd, 0, &entry), WASI_SUCCESS);
    opened = nt.handles.at(uint64_t(entry->handle)).node;
    EXPECT_EQ(fdRelease(fd), WASI_SUCCESS);
    return 0;
  }
  uint32_t open(const std::string &path) { return open(path, Open()); }

  uint32_t create(const std::string &path) {
    return open(path, {true, OflagCreat, RightFdRead | RightFdWrite});
  }

  uint32_t makeDirectory(const std::string &path) {
    return wasmc_wasi_path_create_directory(box, put(path, 0), path.size());
  }
  uint32_t removeDirectory(const std::string &path) {
    return wasmc_wasi_path_remove_directory(box, put(path, 0), path.size());
  }
  uint32_t unlink(const std::string &path) {
    return wasmc_wasi_path_unlink_file(box, put(path, 0), path.size());
  }
  uint32_t rename(const std::string &from, const std::string &to) {
    return wasmc_wasi_path_rename(box, put(from, 0), from.size(), box,
                                  put(to, secondAt), to.size());
  }
  uint32_t link(const std::string &from, const std::string &to, bool follow) {
    return wasmc_wasi_path_link(box, follow, put(from, 0), from.size(), box,
                                put(to, secondAt), to.size());
  }
  uint32_t symlink(const std::string &target, const std::string &path) {
    return wasmc_wasi_path_symlink(put(target, 0), target.size(), box,
                                   put(path, secondAt), path.size());
  }
  // What path_readlink tells; "" and the errno in `error` if it fails.
  std::string readLink(const std::string &path, uint32_t *error) {
    *error = wasmc_wasi_path_readlink(box, put(path, 0), path.size(), secondAt,
                                      1000, resultAt);
    uint32_t used = 0;
    memcpy(&used, memory + resultAt, 4);
    return *error ? ""
                  : std::string(memory + secondAt, memory + secondAt + used);
  }

  FakeNt nt;
  uint32_t box = ~0u;
  NtNodePtr opened;
  uint8_t memory[65536] = {};
  static constexpr uint32_t secondAt = 16384, resultAt = 60000;
};

#endif
