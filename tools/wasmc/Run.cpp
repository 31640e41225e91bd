// The cache of `wasmc run`: a folder of programs, each with the key of what it
// was made from as its name, and a checksum of both behind its last byte, where
// the system does not look.
//
// Processes share it without locks: an entry appears by a rename, is checked
// and run through one descriptor, and may be removed meanwhile.

#include "Run.h"
#include "Codegen/Compile.h"
#include "Codegen/Link.h"
#include "Output.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace wasmc {
namespace {

using Hash = BLAKE3Result<>;

// pruneCache() removes only files with this prefix.
constexpr StringLiteral entryPrefix = "llvmcache-wasmc-";

// Length first, so that no two sequences of strings are one.
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

// Everything that a program depends on.
Expected<std::string> keyOf(const DriverOptions &options) {
  BLAKE3 hash;
  addText(hash, LLVM_VERSION_STRING);
  SmallString<256> runtime(runtimeDir(options.codegen.target));
  sys::path::append(runtime, "libwasmc_rt.a");
  if (Error error = addFile(hash, compilerPath()))
    return std::move(error);
  if (Error error = addFile(hash, runtime))
    return std::move(error);
  addText(hash, options.codegen.cpu); // what "native" is
  addText(hash, options.codegen.attrs);
  for (const std::string &text : options.run.keyOptions)
    addText(hash, text);
  for (const InputModule &input : options.inputs) {
    addText(hash, input.name);
    addText(hash, sys::path::extension(input.path));
    addText(hash, *input.contents);
  }
  return toHex(hash.final(), /*LowerCase=*/true);
}

Hash checksum(StringRef key, StringRef program) {
  BLAKE3 hash;
  addText(hash, key);
  addText(hash, program);
  return hash.final();
}

// The user's cache, or empty if there is none to be had.
std::string defaultCacheDir() {
  SmallString<256> dir;
  std::optional<std::string> base = sys::Process::GetEnv("XDG_CACHE_HOME");
  if (base && sys::path::is_absolute(*base)) {
    dir = *base;
  } else {
    base = sys::Process::GetEnv("HOME");
    if (!base || !sys::path::is_absolute(*base))
      return "";
    dir = *base;
    sys::path::append(dir, ".cache");
  }
  sys::path::append(dir, "wasmc");
  return std::string(dir);
}

// Creates `dir`. Whoever can write there can decide what its user runs.
Error prepareCacheDir(const std::string &dir) {
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

// Becomes the program behind `fd`. Returns only if the system refuses.
std::error_code execute(const DriverOptions &options, int fd) {
  std::vector<char *> arguments;
  arguments.push_back(const_cast<char *>(options.inputs[0].path.c_str()));
  for (const std::string &argument : options.run.arguments)
    arguments.push_back(const_cast<char *>(argument.c_str()));
  arguments.push_back(nullptr);
  outs().flush();
  ::fexecve(fd, arguments.data(), environ);
  return errnoAsErrorCode();
}

// An entry whose bytes are those that were written under this key; -1 if there
// is none.
int openEntry(const std::string &path, StringRef key) {
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return -1;
  auto file = MemoryBuffer::getOpenFile(fd, path, /*FileSize=*/-1,
                                        /*RequiresNullTerminator=*/false);
  if (file && (*file)->getBufferSize() > sizeof(Hash)) {
    StringRef bytes = (*file)->getBuffer();
    StringRef program = bytes.drop_back(sizeof(Hash));
    Hash hash = checksum(key, program);
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

Error appendChecksum(const std::string &path, StringRef key) {
  auto program = MemoryBuffer::getFile(path, /*IsText=*/false,
                                       /*RequiresNullTerminator=*/false);
  std::error_code code = program.getError();
  int fd = code ? -1 : ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (fd >= 0) {
    Hash hash = checksum(key, (*program)->getBuffer());
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

// Keeps the cache within its size; what was not used for longest goes first.
void prune(const std::string &dir, uint64_t size) {
  CachePruningPolicy policy;
  policy.Interval = std::chrono::seconds(0);
  policy.Expiration = std::chrono::hours(30 * 24);
  policy.MaxSizeBytes = size;
  pruneCache(dir, policy);
}

class Runner {
public:
  Runner(DriverOptions &options, Diagnostics &diags,
         function_ref<void()> compile)
      : options(options), diags(diags), compile(compile) {}
  Error run();

private:
  bool readInputs();
  Error runCompiled(const std::string &entry, const std::string &key);
  Error failure(std::error_code code) const {
    return createStringError("cannot run the program: " + code.message());
  }

  DriverOptions &options;
  Diagnostics &diags;
  function_ref<void()> compile;
};

// Once, so that the key and the program are of the same bytes.
bool Runner::readInputs() {
  bool good = true;
  for (InputModule &input : options.inputs) {
    input.contents.emplace();
    if (Error error = readFile(input.path, options.reader.limits.moduleSize,
                               *input.contents)) {
      diags.report(input.path, std::move(error));
      good = false;
    }
  }
  return good;
}

// Compiles and runs; if there is a name for it, the program stays as `entry`.
Error Runner::runCompiled(const std::string &entry, const std::string &key) {
  TempDir temps;
  if (entry.empty()) {
    if (Error error = temps.create())
      return error;
    options.output = temps.file("program");
  } else {
    SmallString<256> unique;
    sys::fs::createUniquePath(entry + ".%%%%%%%%", unique,
                              /*MakeAbsolute=*/false);
    options.output = std::string(unique);
    sys::RemoveFileOnSignal(options.output);
  }
  auto remove = make_scope_exit([&] { sys::fs::remove(options.output); });
  compile();
  if (diags.errorCount())
    return Error::success();
  if (!entry.empty())
    if (Error error = appendChecksum(options.output, key))
      return error;
  int fd = ::open(options.output.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return failure(errnoAsErrorCode());
  if (entry.empty()) {
    sys::fs::remove(options.output);
    sys::fs::remove(sys::path::parent_path(options.output));
  } else if (!sys::fs::rename(options.output, entry)) {
    prune(options.run.cacheDir, options.run.cacheSize);
  }
  return failure(execute(options, fd));
}

Error Runner::run() {
  if (!readInputs())
    return Error::success();
  bool isDefault = options.run.cacheDir.empty();
  if (isDefault)
    options.run.cacheDir = defaultCacheDir();
  if (options.run.cacheDir.empty())
    return runCompiled("", "");
  if (Error error = prepareCacheDir(options.run.cacheDir)) {
    if (!isDefault)
      return error;
    diags.warning(toString(std::move(error)));
    return runCompiled("", "");
  }
  Expected<std::string> key = keyOf(options);
  if (!key)
    return key.takeError();
  SmallString<256> entry(options.run.cacheDir);
  sys::path::append(entry, entryPrefix + *key);
  int fd = openEntry(std::string(entry), *key);
  if (options.verbose)
    errs() << (fd < 0 ? "Compiled to the cache: " : "From the cache: ") << entry
           << '\n';
  return fd < 0 ? runCompiled(std::string(entry), *key)
                : failure(execute(options, fd));
}

} // namespace

void runProgram(DriverOptions &options, Diagnostics &diags,
                function_ref<void()> compile) {
  TargetKind host;
  std::string message;
  if (!parseTarget(sys::getDefaultTargetTriple(), host, message) ||
      options.codegen.target != host) {
    diags.error("'run' makes programs for this machine only, not for " +
                targetName(options.codegen.target));
    return;
  }
  resolveNativeCpu(options.codegen);
  if (Error error = Runner(options, diags, compile).run())
    diags.report(options.inputs.front().path, std::move(error));
}

} // namespace wasmc
