// Where results go: the output file, which appears whole or not at all, and the
// private folder the linker's input lies in.

#ifndef WASMC_TOOLS_OUTPUT_H
#define WASMC_TOOLS_OUTPUT_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace wasmc {

// An output is written beside its final name and renamed into place by
// commit(). What is no regular file (/dev/null, a pipe) and standard output are
// written in place. Without commit(), and after a signal, nothing is left.
class OutputFile {
public:
  // `path` "-" is standard output.
  explicit OutputFile(std::string path) : finalPath(std::move(path)) {}
  ~OutputFile();
  OutputFile(const OutputFile &) = delete;

  // Finds out how the output can be written, and creates a file for it.
  llvm::Error open(bool executable);
  llvm::Error write(llvm::StringRef bytes);
  // Writes what `writer` writes to the path it is given: a pipe's, because a
  // linker that maps its output dies when the disk is full. Without /dev/fd, in
  // a bare chroot, it is `file`, the name for a new one.
  llvm::Error
  writeBy(const std::string &file,
          llvm::function_ref<llvm::Error(const std::string &path)> writer);
  llvm::Error commit();

private:
  enum class Way { Rename, InPlace, Stdout };
  llvm::Error failure(std::error_code code) const;

  std::string finalPath; // as the user gave it, for messages
  std::string target;    // symbolic links resolved
  std::string workPath;
  Way way = Way::Rename;
  bool isOpen = false; // workPath is a file to remove or rename
};

// A folder only this process uses, removed with all that is in it when the
// object dies or a signal ends the process. One at a time.
class TempDir {
public:
  TempDir() = default;
  ~TempDir();
  TempDir(const TempDir &) = delete;

  llvm::Error create();
  // Uses `dir` instead, creating it, and keeps it.
  llvm::Error keepIn(llvm::StringRef dir);
  std::string file(const llvm::Twine &name) const;

private:
  std::string dir;
  bool keep = false;
};

// Removes what this process would leave behind; for use before it ends at once.
void removeTempFiles();

// Writes an output that needs no linker: all of it, or nothing.
llvm::Error writeWhole(const std::string &path, llvm::StringRef bytes);

// Writes a whole file; the error names it.
llvm::Error writeFile(const std::string &path, llvm::StringRef bytes);

// Reads a whole file, or standard input if `path` is "-", of at most `limit`
// bytes: devices have no end.
llvm::Error readFile(const std::string &path, uint64_t limit,
                     std::string &bytes);

} // namespace wasmc

#endif
