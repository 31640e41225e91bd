// argv -> DriverOptions. All that is wrong with a command line is said at once.

#include "Options.h"
#include "OptionParser.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
using namespace llvm::opt;

namespace wasmc {

bool parseSize(StringRef text, uint64_t &size) {
  unsigned shift = 0;
  if (!text.empty()) {
    switch (text.back()) {
    case 'k':
    case 'K':
      shift = 10;
      break;
    case 'm':
    case 'M':
      shift = 20;
      break;
    case 'g':
    case 'G':
      shift = 30;
      break;
    }
  }
  if (shift)
    text = text.drop_back();
  return !text.getAsInteger(0, size) && (size << shift) >> shift == size &&
         (size <<= shift, true);
}

void OptionParser::parseAction() {
  static const struct {
    OptionID id;
    Action action;
  } actions[] = {
      {OPT_validate, Action::Validate},
      {OPT_dump_module, Action::Dump},
      {OPT_print_targets, Action::PrintTargets},
      {OPT_print_features, Action::PrintFeatures},
      {OPT_print_policy, Action::PrintPolicy},
      {OPT_print_runtime_dir, Action::PrintRuntimeDir},
      {OPT_help_markdown, Action::PrintMarkdown},
      {OPT_help_man, Action::PrintMan},
      {OPT_print_licenses, Action::PrintLicenses},
      {OPT_print_resource_dir, Action::PrintResourceDir},
      {OPT_version, Action::PrintVersion},
      {OPT_help_hidden, Action::PrintHelpHidden},
      {OPT_help, Action::PrintHelp},
  };
  for (const auto &entry : actions)
    if (args.hasArg(entry.id))
      result.action = entry.action;
  if (const Arg *arg = args.getLastArg(OPT_print_completion)) {
    StringRef shell = arg->getValue();
    result.action = shell == "zsh" ? Action::PrintZshCompletion
                                   : Action::PrintBashCompletion;
    if (shell != "bash" && shell != "zsh")
      badValue(arg, "bash or zsh");
  }
}

void OptionParser::parseOutput() {
  bool llvmIR = args.hasArg(OPT_emit_llvm);
  if (llvmIR)
    result.emit = EmitKind::LLVM;
  for (const Arg *arg : args.filtered(OPT_c, OPT_S, OPT_emit)) {
    if (arg->getOption().matches(OPT_c)) {
      result.emit = llvmIR ? EmitKind::Bitcode : EmitKind::Object;
      continue;
    }
    if (arg->getOption().matches(OPT_S)) {
      result.emit = llvmIR ? EmitKind::LLVM : EmitKind::Assembly;
      continue;
    }
    auto kind = StringSwitch<std::optional<EmitKind>>(arg->getValue())
                    .Case("exe", EmitKind::Program)
                    .Case("obj", EmitKind::Object)
                    .Case("asm", EmitKind::Assembly)
                    .Case("ll", EmitKind::LLVM)
                    .Case("bc", EmitKind::Bitcode)
                    .Case("wasm", EmitKind::Module)
                    .Case("lib", EmitKind::Library)
                    .Case("header", EmitKind::Header)
                    .Default(std::nullopt);
    if (kind)
      result.emit = *kind;
    else
      badValue(arg, "exe, obj, asm, ll, bc, wasm, lib or header");
  }
  if (args.hasArg(OPT_shared))
    result.emit = EmitKind::SharedLibrary;
  if (const Arg *arg = args.getLastArg(OPT_g, OPT_g0))
    if (arg->getOption().matches(OPT_g))
      diags.error("'-g' is not supported yet: programs carry function names "
                  "but no debug information");
  if (const Arg *arg = args.getLastArg(OPT_o)) {
    result.output = arg->getValue();
    if (result.output.empty())
      diags.error("'-o' needs the name of a file");
  }
}

void OptionParser::parseDiagnostics() {
  if (const Arg *arg = args.getLastArg(OPT_color)) {
    auto mode = StringSwitch<std::optional<ColorMode>>(arg->getValue())
                    .Case("auto", ColorMode::Auto)
                    .Case("always", ColorMode::Always)
                    .Case("never", ColorMode::Never)
                    .Default(std::nullopt);
    if (mode)
      diags.setColor(*mode);
    else
      badValue(arg, "auto, always or never");
  }
  if (const Arg *arg = args.getLastArg(OPT_diagnostics_format)) {
    StringRef value = arg->getValue();
    diags.setFormat(value == "json" ? DiagnosticFormat::Json
                                    : DiagnosticFormat::Text);
    if (value != "json" && value != "text")
      badValue(arg, "text or json");
  }
  if (const Arg *arg = args.getLastArg(OPT_progress)) {
    StringRef value = arg->getValue();
    result.progress = value == "auto";
    if (value != "auto" && value != "never")
      badValue(arg, "auto or never");
  }
  diags.setWarnings(args.hasArg(OPT_w), args.hasArg(OPT_Werror));
  result.verbose = args.hasArg(OPT_v);
  result.dryRun = args.hasArg(OPT_dry_run);
  result.codegen.timeReport = args.hasArg(OPT_ftime_report);
  if (const Arg *arg = args.getLastArg(OPT_save_temps, OPT_save_temps_eq)) {
    result.saveTemps = true;
    result.tempsDir =
        arg->getOption().matches(OPT_save_temps) ? "." : arg->getValue();
  }
  if (const Arg *arg = args.getLastArg(OPT_j)) {
    unsigned &jobs = result.codegen.jobs;
    if (StringRef(arg->getValue()).getAsInteger(10, jobs) || jobs == 0 ||
        jobs > 1024)
      badValue(arg, "a number from 1 to 1024");
  }
  result.llvmArgs = args.getAllArgValues(OPT_mllvm);
}

void OptionParser::parseInputs() {
  for (const std::string &path : args.getAllArgValues(OPT_INPUT)) {
    if (isHostObject(path) && result.action != Action::PrintPolicy) {
      result.hostObjects.push_back(path);
      continue;
    }
    StringRef name = path == "-" ? "stdin" : sys::path::stem(path);
    result.inputs.push_back({path, name.str(), std::nullopt});
  }
  for (const Arg *arg : args.filtered(OPT_preload)) {
    auto [name, path] = StringRef(arg->getValue()).split('=');
    if (name.empty() || path.empty())
      badValue(arg, "NAME=MODULE");
    else
      result.inputs.push_back({path.str(), name.str(), std::nullopt});
  }
}

void OptionParser::parseDepFile() {
  for (const Arg *arg : args.filtered(OPT_ffile_prefix_map))
    if (!StringRef(arg->getValue()).contains('='))
      badValue(arg, "OLD=NEW");
  DepFileOptions &depFile = result.depFile;
  if (!args.hasArg(OPT_MD)) {
    for (const Arg *arg : args.filtered(OPT_MF, OPT_MT, OPT_MQ, OPT_MP))
      diags.error("'" + arg->getAsString(args) +
                  "' has no meaning without -MD");
    return;
  }
  if (result.action == Action::Validate) {
    diags.error("'-MD' has no meaning where nothing is written");
    return;
  }
  depFile.path = args.getLastArgValue(OPT_MF);
  if (depFile.path.empty() && result.output == "-") {
    diags.error("'-MD' needs -MF: the output has no name");
    return;
  }
  if (depFile.path.empty()) {
    SmallString<128> path(result.output);
    sys::path::replace_extension(path, "d");
    depFile.path = std::string(path);
  }
  for (const Arg *arg : args.filtered(OPT_MT, OPT_MQ))
    depFile.targets.push_back(arg->getOption().matches(OPT_MT)
                                  ? arg->getValue()
                                  : quoteForMake(arg->getValue()));
  if (depFile.targets.empty())
    depFile.targets.push_back(quoteForMake(result.output));
  depFile.phonyTargets = args.hasArg(OPT_MP);
}

void OptionParser::parseRun() {
  if (!result.isRun)
    return;
  for (const Arg *arg : args.filtered(
           OPT_o, OPT_c, OPT_S, OPT_emit, OPT_emit_llvm, OPT_shared,
           OPT_emit_header, OPT_emit_header_eq, OPT_namespace, OPT_instances,
           OPT_validate, OPT_dump_module, OPT_print_policy, OPT_save_temps,
           OPT_save_temps_eq, OPT_dry_run, OPT_MD))
    diags.error("'" + arg->getAsString(args) + "' has no meaning with 'run'");
}

void OptionParser::parseCache() {
  CacheOptions &cache = result.cache;
  if (const Arg *arg = args.getLastArg(OPT_cache_dir)) {
    cache.dir = arg->getValue();
    if (cache.dir.empty())
      badValue(arg, "a folder");
  }
  if (const Arg *arg = args.getLastArg(OPT_cache_size)) {
    if (!parseSize(arg->getValue(), cache.size) || cache.size == 0)
      badValue(arg, "a size");
    if (!result.isRun && cache.dir.empty())
      diags.error("'" + arg->getAsString(args) +
                  "' has no meaning without --cache-dir");
  }
  // All but those that cannot: an option that is forgotten here costs time
  // only.
  static constexpr OptionID harmless[] = {
      OPT_v,  OPT_j,  OPT_o,  OPT_cache_dir, OPT_cache_size, OPT_MD,
      OPT_MF, OPT_MT, OPT_MQ, OPT_MP,        OPT_color};
  for (const Arg *arg : args)
    if (arg->getOption().getKind() != Option::InputClass &&
        none_of(harmless,
                [&](OptionID id) { return arg->getOption().matches(id); }))
      cache.key.push_back(arg->getAsString(args));
}

// The first input's stem in the current folder, with the suffix of what is
// written.
void OptionParser::setDefaultOutput() {
  const std::string &input = result.inputs.front().path;
  bool isStdin = input == "-";
  StringRef stem = isStdin ? "a" : sys::path::stem(input);
  bool isWindows = result.codegen.target == TargetKind::Windows;
  if (!result.output.empty()) {
    if (result.output == "-" && result.action == Action::Compile &&
        (result.emit == EmitKind::Program ||
         result.emit == EmitKind::SharedLibrary))
      diags.error("a program cannot be written to standard output");
    return;
  }
  if (result.action == Action::Dump) {
    result.output = "-";
    return;
  }
  StringRef prefix, suffix;
  switch (result.emit) {
  case EmitKind::Program:
    suffix = isWindows ? ".exe" : isStdin ? ".out" : "";
    break;
  case EmitKind::Object:
    suffix = isWindows ? ".obj" : ".o";
    break;
  case EmitKind::Assembly:
    suffix = ".s";
    break;
  case EmitKind::LLVM:
    suffix = ".ll";
    break;
  case EmitKind::Bitcode:
    suffix = ".bc";
    break;
  case EmitKind::Module:
    suffix = ".wasm";
    break;
  case EmitKind::Library:
    prefix = isWindows ? "" : "lib";
    suffix = isWindows ? ".lib" : ".a";
    break;
  case EmitKind::SharedLibrary:
    prefix = isWindows ? "" : "lib";
    suffix = isWindows ? ".dll" : ".so";
    break;
  case EmitKind::Header:
    suffix = ".h";
    break;
  }
  result.output = (prefix + stem + suffix).str();
  if (result.action == Action::Compile && result.output == input &&
      sys::fs::exists(input))
    diags.error("the output would overwrite the input '" + input +
                "': name another with -o");
}

// What is no option, and the option that lacks a value, if there is one.
void OptionParser::reportUnknown(const OptTable &table, StringRef incomplete) {
  if (!incomplete.empty())
    diags.error("'" + incomplete + "' needs a value");
  for (const Arg *arg : args.filtered(OPT_UNKNOWN)) {
    StringRef spelling = arg->getSpelling();
    std::string nearest;
    unsigned distance = table.findNearest(
        spelling, nearest, /*FlagsToInclude=*/0, /*FlagsToExclude=*/HelpHidden);
    std::string hint;
    if (distance <= (spelling.size() < 5 ? 1 : 2))
      hint = "; did you mean '" + nearest + "'?";
    diags.error("unknown option '" + spelling + "'" + hint);
  }
}

DriverOptions OptionParser::parse(const OptTable &table, StringRef incomplete) {
  parseDiagnostics();
  reportUnknown(table, incomplete);
  parseAction();
  parseOutput();
  parseTargetOptions();
  parseOptimisation();
  parseModule();
  parseWasi();
  bool needsInput =
      result.action == Action::Compile || result.action == Action::Validate ||
      result.action == Action::Dump || result.action == Action::PrintPolicy;
  if (const Arg *arg = args.getLastArg(OPT_x)) {
    StringRef format = arg->getValue();
    result.inputFormat =
        format == "wat" ? InputFormat::Text : InputFormat::Binary;
    if (format != "wat" && format != "wasm")
      badValue(arg, "wat or wasm");
  }
  parseInputs();
  parseRun();
  parseCache();
  if (!needsInput)
    return std::move(result);
  if (result.inputs.empty()) {
    diags.error("no input file");
    return std::move(result);
  }
  if (result.isRun) // the cache names the program
    return std::move(result);
  bool isAlone =
      result.action == Action::Dump ||
      (result.action == Action::Compile && result.emit == EmitKind::Module);
  if (isAlone && result.inputs.size() > 1)
    diags.error("only one module at a time can be written out, not '" +
                result.inputs[0].path + "' and '" + result.inputs[1].path +
                "'");
  if (result.action == Action::PrintPolicy) {
    if (result.inputs.size() > 1)
      diags.error("'--print-policy' reads one program at a time");
    return std::move(result);
  }
  parseNameSpace();
  parseLibrary();
  setDefaultOutput();
  setDefaultHeader();
  parseDepFile();
  return std::move(result);
}

// The arguments of `run`: options and the module, then the program's own. A
// "--" right before or behind the module is dropped.
struct RunArguments {
  SmallVector<const char *, 32> options;
  std::vector<std::string> program;
};

static RunArguments divideRun(const OptTable &table,
                              ArrayRef<const char *> argv) {
  RunArguments result;
  InputArgList list(argv.begin(), argv.end());
  bool sawDashes = false;
  unsigned index = 0;
  while (index < argv.size() && !sawDashes) {
    unsigned start = index;
    sawDashes = StringRef(argv[index]) == "--";
    if (sawDashes) {
      ++index;
    } else if (argv[index][0] == '@') { // a file of options
      result.options.push_back(argv[index++]);
    } else {
      std::unique_ptr<Arg> arg = table.ParseOneArg(list, index);
      if (arg && arg->getOption().getKind() == Option::InputClass) {
        index = start;
        break;
      }
      index = std::min<unsigned>(index, argv.size()); // if a value is missing
      result.options.append(argv.begin() + start, argv.begin() + index);
    }
  }
  if (index < argv.size())
    result.options.push_back(argv[index++]);
  if (!sawDashes && index < argv.size() && StringRef(argv[index]) == "--")
    ++index;
  result.program.assign(argv.begin() + index, argv.end());
  return result;
}

namespace {
// The system's files; remembers which were read.
class RecordingFileSystem : public vfs::ProxyFileSystem {
public:
  RecordingFileSystem() : ProxyFileSystem(vfs::getRealFileSystem()) {}
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &path) override {
    files.push_back(path.str());
    return ProxyFileSystem::openFileForRead(path);
  }
  std::vector<std::string> files;
};
} // namespace

DriverOptions parseOptions(ArrayRef<const char *> argv, Diagnostics &diags) {
  BumpPtrAllocator allocator;
  WasmcOptTable table;
  bool isRun = !argv.empty() && StringRef(argv.front()) == "run";
  RunArguments run;
  if (isRun) {
    run = divideRun(table, argv.drop_front());
    argv = run.options;
  }
  SmallVector<const char *, 64> expanded(argv.begin(), argv.end());
  cl::ExpansionContext context(allocator, cl::TokenizeGNUCommandLine);
  auto fileSystem = makeIntrusiveRefCnt<RecordingFileSystem>();
  context.setVFS(fileSystem.get());
  unsigned missingIndex, missingCount;
  if (Error error = context.expandResponseFiles(expanded)) {
    InputArgList args = table.ParseArgs(argv, missingIndex, missingCount);
    OptionParser(args, diags, isRun).parseDiagnostics();
    diags.report("wasmc", std::move(error));
    return {};
  }
  InputArgList args = table.ParseArgs(expanded, missingIndex, missingCount);
  std::string incomplete;
  if (missingCount)
    incomplete = args.getArgString(missingIndex);
  DriverOptions options =
      OptionParser(args, diags, isRun).parse(table, incomplete);
  options.run.arguments = std::move(run.program);
  options.depFile.additionalInputs = std::move(fileSystem->files);
  return options;
}

} // namespace wasmc
