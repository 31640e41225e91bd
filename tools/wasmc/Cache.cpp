// The files of a cache, and the cache of partitions.

#include "Cache.h"
#include "Codegen/Link.h"
#include "Output.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace wasmc {

using Hash = BLAKE3Result<>;

// pruneCache() removes only files with this prefix.
static constexpr StringLiteral entryPrefix = "llvmcache-wasmc-";

void addText(BLAKE3 &hash, StringRef text) {
  uint64_t size = text.size();
  hash.update(ArrayRef(reinterpret_cast<uint8_t *>(&size), sizeof(size)));
  hash.update(text);
}

Error addFile(BLAKE3 &hash, const Twine &path) {
  auto file = MemoryBuffer::getFile(path, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false);
  if (!file)
    return createStringError("cannot read '" + path +
                             "': " + file.getError().message());
  addText(hash, (*file)->getBuffer());
  return Error::success();
}

Error addCompiler(BLAKE3 &hash, const DriverOptions &options) {
  addText(hash, LLVM_VERSION_STRING);
  if (Error error = addFile(hash, compilerPath()))
    return error;
  for (const std::string &text : options.cache.key)
    addText(hash, text);
  return Error::success();
}

static Hash checksum(StringRef key, StringRef bytes) {
  BLAKE3 hash;
  addText(hash, key);
  addText(hash, bytes);
  return hash.final();
}

Error CacheFolder::prepare() const {
  std::error_code code = sys::fs::create_directories(
      dir, /*IgnoreExisting=*/true, sys::fs::owner_all);
  struct stat status;
  if (!code && ::stat(dir.c_str(), &status) != 0)
    code = errnoAsErrorCode();
  if (!code && !S_ISDIR(status.st_mode))
    code = std::make_error_code(std::errc::not_a_directory);
  if (code)
    return createStringError("cannot use the cache folder '" + dir +
                             "': " + code.message());
  if (status.st_uid != ::geteuid() || (status.st_mode & (S_IWGRP | S_IWOTH)))
    return createStringError("cannot use the cache folder '" + dir +
                             "': others may write to it");
  return Error::success();
}

std::string CacheFolder::entryPath(StringRef key) const {
  SmallString<256> path(dir);
  sys::path::append(path, entryPrefix + key);
  return std::string(path);
}

int CacheFolder::open(StringRef key) const {
  const std::string path = entryPath(key);
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return -1;
  auto file = MemoryBuffer::getOpenFile(fd, path, /*FileSize=*/-1,
                                        /*RequiresNullTerminator=*/false);
  if (file && (*file)->getBufferSize() > sizeof(Hash)) {
    StringRef bytes = (*file)->getBuffer();
    Hash hash = checksum(key, bytes.drop_back(sizeof(Hash)));
    if (bytes.take_back(sizeof(Hash)) ==
        StringRef(reinterpret_cast<char *>(hash.data()), hash.size())) {
      // Which entries are in use must not depend on how the disk is mounted.
      struct timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
      ::futimens(fd, times);
      return fd;
    }
  }
  ::close(fd);
  return -1;
}

Error CacheFolder::seal(const std::string &path, StringRef key) {
  auto bytes = MemoryBuffer::getFile(path, /*IsText=*/false,
                                     /*RequiresNullTerminator=*/false);
  std::error_code code = bytes.getError();
  int fd = code ? -1 : ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (fd >= 0) {
    Hash hash = checksum(key, (*bytes)->getBuffer());
    if (::write(fd, hash.data(), hash.size()) != ssize_t(hash.size()))
      code = errnoAsErrorCode();
    ::close(fd);
  } else if (!code) {
    code = errnoAsErrorCode();
  }
  return code ? createStringError("cannot write '" + path +
                                  "': " + code.message())
              : Error::success();
}

bool CacheFolder::adopt(const std::string &path, StringRef key) const {
  return !sys::fs::rename(path, entryPath(key));
}

void CacheFolder::prune(uint64_t size) const {
  CachePruningPolicy policy;
  policy.Interval = std::chrono::seconds(0);
  policy.Expiration = std::chrono::hours(30 * 24);
  policy.MaxSizeBytes = size;
  pruneCache(dir, policy);
}

bool PartitionFolder::prepare(const DriverOptions &options,
                              Diagnostics &diags) {
  folder = CacheFolder(options.cache.dir);
  size = options.cache.size;
  BLAKE3 hash;
  Error error = joinErrors(folder.prepare(), addCompiler(hash, options));
  if (error) {
    diags.warning(toString(std::move(error)));
    return false;
  }
  saltText = toHex(hash.final(), /*LowerCase=*/true);
  return true;
}

std::optional<SmallVector<char, 0>> PartitionFolder::find(StringRef key) {
  std::optional<SmallVector<char, 0>> object;
  int fd = folder.open(key);
  if (fd >= 0) {
    if (auto file = MemoryBuffer::getOpenFile(
            fd, key, /*FileSize=*/-1, /*RequiresNullTerminator=*/false)) {
      StringRef bytes = (*file)->getBuffer().drop_back(sizeof(Hash));
      object.emplace(bytes.begin(), bytes.end());
    }
    ::close(fd);
  }
  ++(object ? found : missing);
  return object;
}

void PartitionFolder::store(StringRef key, ArrayRef<char> object) {
  SmallString<256> unique;
  sys::fs::createUniquePath(folder.entryPath(key) + ".%%%%%%%%", unique,
                            /*MakeAbsolute=*/false);
  const std::string path(unique);
  sys::RemoveFileOnSignal(path);
  Error error = writeFile(path, {object.data(), object.size()});
  if (!error)
    error = CacheFolder::seal(path, key);
  if (!error && folder.adopt(path, key)) {
    sys::DontRemoveFileOnSignal(path);
    return;
  }
  sys::fs::remove(path);
  sys::DontRemoveFileOnSignal(path);
  std::lock_guard<std::mutex> lock(mutex);
  std::string text =
      error ? toString(std::move(error)) : "cannot rename '" + path + "'";
  if (problem.empty())
    problem = text;
}

void PartitionFolder::finish(Diagnostics &diags, bool verbose) {
  if (missing)
    folder.prune(size);
  if (!problem.empty())
    diags.warning("the cache was not filled: " + problem);
  if (verbose)
    errs() << "Cache: " << found << " parts found, " << missing
           << " compiled\n";
}

} // namespace wasmc
