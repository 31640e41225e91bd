// `wasmc run`: looks for the program in the cache, makes it if it is not there,
// and runs it. The checksum of an entry is behind the program's last byte,
// where the system does not look.

#include "Run.h"
#include "Cache.h"
#include "Codegen/Compile.h"
#include "Codegen/Link.h"
#include "Output.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"
#include <fcntl.h>
#include <unistd.h>

using namespace llvm;

namespace wasmc {
namespace {

// Everything that a program depends on.
Expected<std::string> keyOf(const DriverOptions &options) {
  BLAKE3 hash;
  if (Error error = addCompiler(hash, options))
    return std::move(error);
  SmallString<256> runtime(runtimeDir(options.codegen.target));
  sys::path::append(runtime, "libwasmc_rt.a");
  if (Error error = addFile(hash, runtime))
    return std::move(error);
  addText(hash, options.codegen.cpu); // what "native" is
  addText(hash, options.codegen.attrs);
  for (const InputModule &input : options.inputs) {
    addText(hash, input.name);
    addText(hash, sys::path::extension(input.path));
    addText(hash, *input.contents);
  }
  for (const std::string &path : options.hostObjects)
    if (Error error = addFile(hash, path))
      return std::move(error);
  return toHex(hash.final(), /*LowerCase=*/true);
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

class Runner {
public:
  Runner(DriverOptions &options, Diagnostics &diags,
         function_ref<void()> compile)
      : options(options), diags(diags), compile(compile) {}
  Error run();

private:
  bool readInputs();
  Error runCompiled(const CacheFolder *folder, const std::string &key);
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

// Compiles and runs; if there is a folder, the program stays in it.
Error Runner::runCompiled(const CacheFolder *folder, const std::string &key) {
  TempDir temps;
  if (!folder) {
    if (Error error = temps.create())
      return error;
    options.output = temps.file("program");
  } else {
    SmallString<256> unique;
    sys::fs::createUniquePath(folder->entryPath(key) + ".%%%%%%%%", unique,
                              /*MakeAbsolute=*/false);
    options.output = std::string(unique);
    sys::RemoveFileOnSignal(options.output);
  }
  auto remove = make_scope_exit([&] { sys::fs::remove(options.output); });
  compile();
  if (diags.errorCount())
    return Error::success();
  if (folder)
    if (Error error = CacheFolder::seal(options.output, key))
      return error;
  int fd = ::open(options.output.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return failure(errnoAsErrorCode());
  if (!folder) {
    sys::fs::remove(options.output);
    sys::fs::remove(sys::path::parent_path(options.output));
  } else if (folder->adopt(options.output, key)) {
    folder->prune(options.cache.size);
  }
  return failure(execute(options, fd));
}

Error Runner::run() {
  if (!readInputs())
    return Error::success();
  bool isDefault = options.cache.dir.empty();
  if (isDefault)
    options.cache.dir = defaultCacheDir();
  if (options.cache.dir.empty())
    return runCompiled(nullptr, "");
  const CacheFolder folder(options.cache.dir);
  if (Error error = folder.prepare()) {
    if (!isDefault)
      return error;
    diags.warning(toString(std::move(error)));
    return runCompiled(nullptr, "");
  }
  Expected<std::string> key = keyOf(options);
  if (!key)
    return key.takeError();
  int fd = folder.open(*key);
  if (options.verbose)
    errs() << (fd < 0 ? "Compiled to the cache: " : "From the cache: ")
           << folder.entryPath(*key) << '\n';
  return fd < 0 ? runCompiled(&folder, *key) : failure(execute(options, fd));
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
