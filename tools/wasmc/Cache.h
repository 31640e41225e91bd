// A folder of files that wasmc made, each with the key of what it was made from
// as its name, and a checksum of both behind its last byte. `wasmc run` keeps
// programs in it, --cache-dir the parts of programs.
//
// Processes share it without locks: an entry appears by a rename, is checked
// and used through one descriptor, and may be removed meanwhile.

#ifndef WASMC_TOOLS_CACHE_H
#define WASMC_TOOLS_CACHE_H

#include "Codegen/Compile.h"
#include "Diagnostics.h"
#include "Options.h"
#include "llvm/Support/BLAKE3.h"
#include <atomic>
#include <mutex>
#include <string>

namespace wasmc {

class CacheFolder {
public:
  explicit CacheFolder(std::string dir) : dir(std::move(dir)) {}
  // Creates it. Fails if others may write there: they could decide what its
  // user runs.
  llvm::Error prepare() const;
  std::string entryPath(llvm::StringRef key) const;
  // The entry of a key if its bytes are those that were written under it, as a
  // descriptor; -1 if there is none.
  int open(llvm::StringRef key) const;
  // Makes `path`, a file with the entry's bytes, the entry; the file must be in
  // the folder. The second step may fail silently.
  static llvm::Error seal(const std::string &path, llvm::StringRef key);
  bool adopt(const std::string &path, llvm::StringRef key) const;
  // Keeps the folder within `size` bytes; what was not used for longest goes.
  void prune(uint64_t size) const;

private:
  std::string dir;
};

// The first texts of every key: which compiler it is, and what it was told.
llvm::Error addCompiler(llvm::BLAKE3 &hash, const DriverOptions &options);
// Length first, so that no two sequences of strings are one.
void addText(llvm::BLAKE3 &hash, llvm::StringRef text);
llvm::Error addFile(llvm::BLAKE3 &hash, const llvm::Twine &path);

// Compiled partitions in a folder. A folder that cannot be used is worth a
// warning and no more.
class PartitionFolder : public PartitionCache {
public:
  // Prepares the folder; false after a warning.
  bool prepare(const DriverOptions &options, Diagnostics &diags);
  llvm::StringRef salt() const override { return saltText; }
  std::optional<llvm::SmallVector<char, 0>> find(llvm::StringRef key) override;
  void store(llvm::StringRef key, llvm::ArrayRef<char> object) override;
  // After the last call of the others: prunes, and says what could not be
  // stored and, if `verbose`, how much was found.
  void finish(Diagnostics &diags, bool verbose);

private:
  CacheFolder folder{""};
  uint64_t size = 0; // bytes at most
  std::string saltText;
  std::atomic<unsigned> found = 0, missing = 0;
  std::mutex mutex;
  std::string problem; // the first
};

} // namespace wasmc

#endif
