// NT's file system in memory, for the Windows part of the runtime library. It
// does what NT does with names and reparse points, also where that is not what
// the runtime should ask for; and it notes each request that a sandbox must
// never make, so that a test need not think of it.

#ifndef WASMC_UNITTESTS_WINDOWS_FAKENT_H
#define WASMC_UNITTESTS_WINDOWS_FAKENT_H

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct NtNode {
  bool directory = false;
  uint32_t reparseTag = 0; // 0: no reparse point
  std::u16string target, print;
  bool relative = false; // the target
  // How many bytes of names the reparse data claims to have; 0: as many.
  uint16_t claimedBytes = 0;
  std::string data;
  uint32_t links = 1;
  uint64_t id = 0;
  // By the upper-case name; the name as it was given is beside.
  struct Entry {
    std::u16string name;
    std::shared_ptr<NtNode> node;
  };
  std::map<std::u16string, Entry> entries;
};
using NtNodePtr = std::shared_ptr<NtNode>;

struct NtOpenFile {
  NtNodePtr node, parent;
  std::u16string name;
  uint32_t access;
  bool removeAtClose = false;
  bool listed = false;
};

class FakeNt {
public:
  FakeNt();
  ~FakeNt();

  // Make what `path` names, with the directories on the way; '/' divides.
  NtNodePtr directory(const std::u16string &path);
  NtNodePtr file(const std::u16string &path, const std::string &data = "");
  // A symbolic link, with '\\' in the target. `relative` as the link says it.
  NtNodePtr link(const std::u16string &path, const std::u16string &target,
                 bool relative = true);
  // Any other reparse point that stands for a directory.
  NtNodePtr reparse(const std::u16string &path, uint32_t tag,
                    const std::u16string &target);
  // Null if there is none.
  NtNodePtr find(const std::u16string &path);
  void put(const std::u16string &path, NtNodePtr node);
  void remove(const std::u16string &path);

  NtNodePtr root;
  std::map<uint64_t, NtOpenFile> handles; // open now
  // Another process: called before and after each NtCreateFile with the name.
  std::function<void(const std::u16string &)> beforeOpen, afterOpen;
  // Requests that are not safe, in words.
  std::vector<std::string> violations;
  std::vector<std::u16string> asked; // the names that NT was given
  bool isOld = false; // does not know the classes with POSIX semantics

  uint64_t nextHandle = 4, nextId = 1;
};

// The one that the system's functions use: the last constructed.
extern FakeNt *fakeNt;

// What WriteConsoleW got, and how many units it takes at a time (0: it fails).
extern std::u16string consoleShown;
extern uint32_t consoleTakes;
// What ReadConsoleW has to give, and how many units it gives at a time.
extern std::u16string consoleTyped;
extern uint32_t consoleGives;

#endif
