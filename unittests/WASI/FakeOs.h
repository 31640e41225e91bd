// An operating system in memory, for the parts of the WASI library that only
// need files by name: a tree of nodes, and handles that are counted, so that a
// test sees what leaks.

#ifndef WASMC_UNITTESTS_WASI_FAKEOS_H
#define WASMC_UNITTESTS_WASI_FAKEOS_H

#include "os.h"
#include "wasi/wasi_types.h"
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct FakeNode {
  uint8_t type = FiletypeDirectory;
  std::string target; // of a symbolic link
  std::map<std::string, std::shared_ptr<FakeNode>> entries;
  // Changes the tree when the directory is entered: another process that races.
  std::function<void()> onEnter;
};

class FakeOs {
public:
  FakeOs();
  ~FakeOs();

  // Makes the directories of `path` and the node it names.
  std::shared_ptr<FakeNode> directory(const std::string &path);
  void file(const std::string &path);
  void link(const std::string &path, const std::string &target);

  OsHandle open(std::shared_ptr<FakeNode> node);
  std::shared_ptr<FakeNode> node(OsHandle handle) { return handles.at(handle); }

  std::shared_ptr<FakeNode> root;
  std::map<OsHandle, std::shared_ptr<FakeNode>> handles; // open now
  bool stdio[3] = {true, true, true};
  uint64_t allocated = 0; // bytes live from os_allocate
  bool outOfMemory = false;
  std::vector<const char *> environment; // ends with null, unless empty
  bool elevated = false;

private:
  OsHandle nextHandle = 100;
};

// The one that the os_ functions use: the last constructed.
extern FakeOs *fakeOs;

#endif
