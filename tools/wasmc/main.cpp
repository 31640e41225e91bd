// wasmc: the recipe. Every step is one call; what the steps do is in lib/.

#include "Cache.h"
#include "Codegen/Compile.h"
#include "Codegen/Link.h"
#include "Diagnostics.h"
#include "Frontend/Dump.h"
#include "Info.h"
#include "Library.h"
#include "Modules.h"
#include "Options.h"
#include "Output.h"
#include "PrintPolicy.h"
#include "Progress.h"
#include "Run.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/thread.h"
#include <unistd.h>

using namespace llvm;
using namespace wasmc;

namespace {

constexpr int exitError = 1;
constexpr int exitInternalError = 70; // sysexits.h: EX_SOFTWARE

// LLVM recurses over what it compiles.
constexpr std::optional<unsigned> compileStackSize = 256 << 20; // bytes

// LLVM could not go on: a bug in wasmc, whatever the input was.
[[noreturn]] void onFatalError(void *, const char *reason, bool) {
  errs() << "wasmc: internal error: " << reason << '\n';
  removeTempFiles();
  ::_exit(exitInternalError);
}

void onCrash(void *) {
  errs() << "wasmc: internal error: crashed\n";
  removeTempFiles();
  ::_exit(exitInternalError);
}

bool isWasiModule(StringRef name) {
  return name == "wasi_snapshot_preview1" || name == "wasi_unstable";
}

// --wasi=none: a promise that the program asks nothing of the system.
Error checkNoWasi(const Module &module) {
  std::string names;
  for (const Import &import : module.imports)
    if (isWasiModule(import.module))
      names += ("\n  " + import.module + "." + import.name).str();
  if (names.empty())
    return Error::success();
  return createStringError("--wasi=none, but the module imports:" + names);
}

OutputKind outputKind(EmitKind emit) {
  switch (emit) {
  case EmitKind::Program:
  case EmitKind::Object:
  case EmitKind::Library:
  case EmitKind::SharedLibrary:
  case EmitKind::Header:
    return OutputKind::Object;
  case EmitKind::Assembly:
    return OutputKind::Assembly;
  case EmitKind::LLVM:
    return OutputKind::LLVM;
  case EmitKind::Bitcode:
    return OutputKind::Bitcode;
  case EmitKind::Module:
    break; // makes no code
  }
  llvm_unreachable("all kinds are listed");
}

LinkRequest linkRequest(const DriverOptions &options) {
  LinkRequest request;
  request.target = options.codegen.target;
  request.runtimeDir = runtimeDir(options.codegen.target);
  request.output = options.output;
  request.stackSize = options.codegen.stackSize;
  request.relocatable = options.emit == EmitKind::Object;
  request.shared = options.emit == EmitKind::SharedLibrary;
  request.sharedName = sys::path::filename(options.output).str();
  request.hostObjects = options.hostObjects;
  request.threads = options.codegen.jobs;
  return request;
}

void printCommand(const std::vector<std::string> &command) {
  for (const std::string &arg : command)
    errs() << " \"" << sanitizeForTerminal(arg) << '"';
  errs() << '\n';
}

// -v and -###: what is about to happen.
void printPlan(const DriverOptions &options) {
  errs() << "wasmc " WASMC_VERSION "\nTarget: "
         << targetName(options.codegen.target)
         << "\nCPU: " << options.codegen.cpu << ' ' << options.codegen.attrs
         << "\nInput:";
  for (const InputModule &input : options.inputs)
    errs() << ' ' << input.path;
  errs() << "\nOutput: " << options.output << '\n';
  if (!options.dryRun || options.emit != EmitKind::Program)
    return;
  LinkRequest request = linkRequest(options);
  request.objects = {"<objects>"};
  printCommand(linkArguments(request));
}

// Puts the objects into `temps` and has lld join them, writing to `path`.
Error linkOutputs(const DriverOptions &options, const CompileResult &compiled,
                  const TempDir &temps, const std::string &path) {
  LinkRequest request = linkRequest(options);
  StringRef suffix =
      options.codegen.target == TargetKind::Windows ? ".obj" : ".o";
  unsigned number = 0;
  for (const auto &object : compiled.outputs) {
    request.objects.push_back(temps.file(options.inputs.front().name + "-" +
                                         Twine(number++) + suffix));
    if (Error error =
            writeFile(request.objects.back(), {object.data(), object.size()}))
      return error;
  }
  request.exports = compiled.librarySymbols;
  if (isDll(options))
    request.importLibrary = importLibraryFile(temps);
  if (options.verbose)
    printCommand(linkArguments(request));
  request.output = path;
  return explainLink(options, link(request));
}

// Writes what the code generator made: by lld, or as it is.
Error writeOutputs(const DriverOptions &options, CompileResult compiled) {
  if (options.codegen.isLibrary && options.emit == EmitKind::Object) {
    auto objects = objectsOfLibrary(options, compiled);
    if (!objects)
      return objects.takeError();
    compiled.outputs = std::move(*objects);
  }
  TempDir temps;
  if (Error error =
          options.saveTemps ? temps.keepIn(options.tempsDir) : temps.create())
    return error;
  bool isProgram = options.emit == EmitKind::Program ||
                   options.emit == EmitKind::SharedLibrary;
  OutputFile output(options.output);
  if (Error error = output.open(isProgram))
    return error;
  auto linkInto = [&](const std::string &path) {
    return linkOutputs(options, compiled, temps, path);
  };
  const auto &first = compiled.outputs.front();
  bool needsLink = isProgram || compiled.outputs.size() > 1;
  if (isDll(options)) {
    if (Error error = writeDll(options, temps, output, linkInto))
      return error;
  } else if (Error error = needsLink
                               ? output.writeBy(temps.file("output"), linkInto)
                               : output.write({first.data(), first.size()})) {
    return error;
  }
  return output.commit();
}

// --dump: shows also the bodies that do not validate.
Error writeDump(const DriverOptions &options, const Module &module) {
  std::string text;
  raw_string_ostream os(text);
  dumpModule(os, module, options.reader, /*code=*/true);
  return writeWhole(options.output, os.str());
}

// Emits, optimises and makes objects or text.
Expected<CompileResult> compileUnits(const DriverOptions &options,
                                     ArrayRef<ProgramUnit> units,
                                     Diagnostics &diags) {
  // `run` keeps whole programs in the folder.
  PartitionFolder cache;
  const bool hasCache = !options.cache.dir.empty() && !options.isRun &&
                        cache.prepare(options, diags);
  ProgressLine progress(options.progress);
  CompileRequest request;
  request.kind = outputKind(options.emit);
  // lld joins ELF objects; nothing joins COFF objects or text.
  bool isLinked = options.emit == EmitKind::Program ||
                  options.emit == EmitKind::Library ||
                  options.emit == EmitKind::SharedLibrary;
  request.onlyHeader = options.emit == EmitKind::Header;
  request.singlePartition =
      !isLinked && (options.emit != EmitKind::Object ||
                    options.codegen.target == TargetKind::Windows);
  request.cache = hasCache ? &cache : nullptr;
  request.progress = [&](unsigned done, unsigned total) {
    progress.update(done, total);
  };
  if (options.verbose)
    request.remark = [&](const Twine &text) { diags.note(text); };
  Expected<CompileResult> compiled =
      compileProgram(units, options.reader, options.codegen, request);
  progress.clear();
  if (hasCache)
    cache.finish(diags, options.verbose);
  return compiled;
}

// Decodes a module, and validates it unless it is only dumped.
Error decode(const DriverOptions &options, LoadedModule &loaded) {
  Expected<std::unique_ptr<Module>> module =
      readModule(loaded.binary(), options.reader);
  if (!module)
    return module.takeError();
  loaded.module = std::move(*module);
  if (options.action == Action::Dump)
    return Error::success();
  if (Error error = validateBodies(*loaded.module, options.reader))
    return error;
  if (options.wasi == WasiMode::None)
    return checkNoWasi(*loaded.module);
  return Error::success();
}

// Reads one input, assembles it if it is text, decodes and validates it.
Error loadModule(const DriverOptions &options, LoadedModule &loaded,
                 TimeReport &times) {
  times.phase("read");
  if (loaded.input.contents) {
    loaded.bytes = *loaded.input.contents;
  } else {
    noteFile(loaded);
    if (Error error = readFile(loaded.input.path,
                               options.reader.limits.moduleSize, loaded.bytes))
      return error;
  }
  if (isText(options, loaded)) {
    times.phase("assemble");
    Expected<AssembledText> text = assembleText(loaded.bytes);
    if (!text)
      return text.takeError();
    loaded.text = std::move(*text);
  }
  if (options.action == Action::Compile && options.emit == EmitKind::Module)
    return Error::success();
  times.phase("validate");
  return loaded.locate(decode(options, loaded));
}

// What is done with the modules.
Error finish(const DriverOptions &options, LoadedModules &modules,
             TimeReport &times, Diagnostics &diags) {
  if (options.action == Action::Dump)
    return writeDump(options, *modules.front()->module);
  if (options.action == Action::Validate)
    return Error::success();
  if (options.emit == EmitKind::Module)
    return writeWhole(options.output, modules.front()->binary());

  times.phase("compile");
  Expected<std::vector<ProgramUnit>> units = orderModules(modules);
  if (!units)
    return units.takeError();
  Expected<CompileResult> compiled = compileUnits(options, *units, diags);
  if (!compiled)
    return compiled.takeError();
  if (Error error = checkUnchanged(modules))
    return error;

  // Link, and put the result in its place.
  times.phase("link");
  if (options.emitsHeader)
    if (Error error = writeHeader(options.headerPath, *compiled))
      return error;
  if (options.emit == EmitKind::Header)
    return writeHeader(options.output, *compiled);
  if (options.emit == EmitKind::Library)
    return writeArchive(options, *compiled);
  return writeOutputs(options, std::move(*compiled));
}

void run(const DriverOptions &options, Diagnostics &diags) {
  TimeReport times(options.codegen.timeReport);
  LoadedModules modules;
  bool isLoaded = true;
  for (const InputModule &input : options.inputs) {
    modules.push_back(std::make_unique<LoadedModule>());
    LoadedModule &loaded = *modules.back();
    loaded.input = input;
    if (Error error = loadModule(options, loaded, times)) {
      diags.report(loaded.displayName(), std::move(error));
      isLoaded = false;
    }
  }
  if (!isLoaded)
    return;
  std::string name = modules.front()->displayName().str();
  if (Error error = finish(options, modules, times, diags))
    diags.report(name, std::move(error));
  else if (!options.depFile.path.empty())
    if (Error error = writeDepFile(options))
      diags.report(name, std::move(error));
}

// Everything after the command line was understood.
void compile(DriverOptions &options, Diagnostics &diags) {
  std::string message;
  if (Error error = readHostObjects(options))
    diags.report("wasmc", std::move(error));
  resolveNativeCpu(options.codegen);
  if (!checkCpu(options.codegen, message))
    diags.error(message);
  if (diags.errorCount())
    return;
  if (options.verbose || options.dryRun)
    printPlan(options);
  if (options.dryRun)
    return;
  llvm::thread worker(compileStackSize, [&] { run(options, diags); });
  worker.join();
}

void printPolicyOf(const DriverOptions &options, Diagnostics &diags) {
  const std::string &path = options.inputs.front().path;
  if (Error error = printPolicy(path, outs()))
    diags.report(path, std::move(error));
}

void passToLLVM(const DriverOptions &options) {
  if (options.llvmArgs.empty())
    return;
  std::vector<const char *> args = {"wasmc (LLVM option parsing)"};
  for (const std::string &arg : options.llvmArgs)
    args.push_back(arg.c_str());
  cl::ParseCommandLineOptions(args.size(), args.data());
}

} // namespace

int main(int argc, char **argv) {
  setBugReportMsg("This is a bug in wasmc: please report it, with the module "
                  "and the command line.\n");
  InitLLVM init(argc, argv);
  install_fatal_error_handler(onFatalError);
  sys::AddSignalHandler(onCrash, nullptr);

  Diagnostics diags;
  diags.setColor(ColorMode::Auto);
  DriverOptions options = parseOptions(ArrayRef(argv + 1, argv + argc), diags);
  if (!diags.errorCount()) {
    passToLLVM(options);
    if (options.action == Action::PrintPolicy)
      printPolicyOf(options, diags);
    else if (!printInfo(options, outs())) {
      auto compileNow = [&] { compile(options, diags); };
      if (options.isRun)
        runProgram(options, diags, compileNow);
      else
        compileNow();
    }
  }
  outs().flush();
  if (outs().has_error()) {
    diags.error("cannot write standard output: " + outs().error().message());
    outs().clear_error();
  }
  return diags.errorCount() ? exitError : 0;
}
