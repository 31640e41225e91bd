// argv -> DriverOptions. All that is wrong with a command line is said at once.

#include "Options.h"
#include "abi/socket_address.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace llvm::opt;

namespace wasmc {
namespace {

enum ID {
  OPT_INVALID = 0,
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

#define PREFIX(NAME, VALUE)                                                    \
  constexpr StringLiteral NAME##_init[] = VALUE;                               \
  constexpr ArrayRef<StringLiteral> NAME(NAME##_init,                          \
                                         std::size(NAME##_init) - 1);
#include "Options.inc"
#undef PREFIX

constexpr OptTable::Info infoTable[] = {
#define OPTION(...) LLVM_CONSTRUCT_OPT_INFO(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

class WasmcOptTable : public GenericOptTable {
public:
  WasmcOptTable() : GenericOptTable(infoTable) {}
};

constexpr uint64_t minStackSize = 64 << 10;
constexpr uint64_t maxStackSize = 4ull << 30;

class OptionParser {
public:
  OptionParser(const InputArgList &args, Diagnostics &diags, bool isRun)
      : args(args), diags(diags) {
    result.isRun = isRun;
  }
  DriverOptions parse();

private:
  void parseAction();
  void parseOutput();
  void parseTargetOptions();
  void parseOptimisation();
  void parseModule();
  void parseLimit(StringRef text);
  void parseFeature(const Arg *arg);
  void parseWasi();
  void setEnvironment(StringRef key, StringRef value);
  void parseDiagnostics();
  void parseInputs();
  void parseRun();
  void setDefaultOutput();
  PreopenGrant grant(StringRef text, bool readOnly);
  // Complains about the value of `arg`.
  void badValue(const Arg *arg, const Twine &expected) {
    diags.error("invalid value in '" + arg->getAsString(args) + "': expected " +
                expected);
  }

  const InputArgList &args;
  Diagnostics &diags;
  DriverOptions result;
};

// Bytes with an optional K, M or G.
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
    ID id;
    Action action;
  } actions[] = {
      {OPT_validate, Action::Validate},
      {OPT_dump_module, Action::Dump},
      {OPT_print_targets, Action::PrintTargets},
      {OPT_print_features, Action::PrintFeatures},
      {OPT_print_policy, Action::PrintPolicy},
      {OPT_print_runtime_dir, Action::PrintRuntimeDir},
      {OPT_help_markdown, Action::PrintMarkdown},
      {OPT_version, Action::PrintVersion},
      {OPT_help_hidden, Action::PrintHelpHidden},
      {OPT_help, Action::PrintHelp},
  };
  for (const auto &entry : actions)
    if (args.hasArg(entry.id))
      result.action = entry.action;
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
                    .Default(std::nullopt);
    if (kind)
      result.emit = *kind;
    else
      badValue(arg, "exe, obj, asm, ll, bc or wasm");
  }
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

void OptionParser::parseTargetOptions() {
  CodegenOptions &codegen = result.codegen;
  std::string message;
  if (const Arg *arg = args.getLastArg(OPT_target_eq)) {
    if (!parseTarget(arg->getValue(), codegen.target, message))
      diags.error(message);
  } else if (result.emit == EmitKind::Program &&
             StringRef(result.output).ends_with_insensitive(".exe")) {
    codegen.target = TargetKind::Windows;
  } else {
    // A host that is no target of ours compiles for Linux.
    parseTarget(sys::getDefaultTargetTriple(), codegen.target, message);
  }
  if (const Arg *arg = args.getLastArg(OPT_mcpu)) {
    codegen.cpu = arg->getValue();
    if (codegen.cpu == "help")
      result.action = Action::PrintCpus;
  }
  for (const Arg *arg : args.filtered(OPT_mattr)) {
    StringRef value = arg->getValue();
    if (value == "help") {
      result.action = Action::PrintCpuFeatures;
      continue;
    }
    for (StringRef feature : llvm::split(value, ","))
      if (feature.size() < 2 || (feature[0] != '+' && feature[0] != '-'))
        badValue(arg, "features such as +avx2,-sse4a");
    if (!codegen.attrs.empty())
      codegen.attrs += ',';
    codegen.attrs += value;
  }
}

void OptionParser::parseOptimisation() {
  CodegenOptions &codegen = result.codegen;
  if (const Arg *arg = args.getLastArg(OPT_O)) {
    auto level = StringSwitch<std::optional<OptLevel>>(arg->getValue())
                     .Case("0", OptLevel::O0)
                     .Case("1", OptLevel::O1)
                     .Cases("2", "", OptLevel::O2)
                     .Case("3", OptLevel::O3)
                     .Case("s", OptLevel::Os)
                     .Case("z", OptLevel::Oz)
                     .Default(std::nullopt);
    if (level)
      codegen.opt = *level;
    else
      badValue(arg, "-O0, -O1, -O2, -O3, -Os or -Oz");
  }
  codegen.strictTraps = args.hasArg(OPT_strict_traps);
  codegen.verifyIR = args.hasArg(OPT_verify_ir);
  if (const Arg *arg = args.getLastArg(OPT_mem_base)) {
    StringRef value = arg->getValue();
    uint64_t address;
    if (value == "constant") {
      codegen.memoryBase = MemoryBase::Constant;
    } else if (value == "load") {
      codegen.memoryBase = MemoryBase::Load;
    } else if (!value.getAsInteger(0, address) && address >= 0x10000 &&
               address < (1ull << 46) && address % 0x10000 == 0) {
      codegen.memoryBase = MemoryBase::Constant;
      codegen.memoryBaseAddress = address;
    } else {
      badValue(arg, "constant, load or an address that is a multiple of 64K");
    }
  }
  if (const Arg *arg = args.getLastArg(OPT_stack_size)) {
    uint64_t size;
    if (parseSize(arg->getValue(), size) && size >= minStackSize &&
        size <= maxStackSize)
      codegen.stackSize = alignTo(size, 4096);
    else
      badValue(arg, "a size from 64K to 4G");
  }
}

void OptionParser::parseLimit(StringRef text) {
  auto [name, value] = text.split('=');
  uint64_t number = 0;
  bool isNumber = !value.getAsInteger(0, number);
  if (!ImplementationLimits::set(result.reader.limits, name, number))
    diags.error("unknown limit in '-flimit-" + text +
                "'; -flimit-help lists them");
  else if (!isNumber)
    diags.error("invalid value in '-flimit-" + text + "': expected a number");
}

void OptionParser::parseFeature(const Arg *arg) {
  StringRef name = arg->getValue();
  bool on = arg->getOption().matches(OPT_enable);
  std::optional<Feature> feature = FeatureSet::byName(name);
  if (!feature)
    diags.error("unknown feature in '" + arg->getAsString(args) +
                "'; --print-features lists them");
  else if (!result.reader.features.set(name, on))
    diags.error("'" + arg->getAsString(args) +
                "': " + featureInfo(*feature).title +
                (on ? " is not supported yet" : " cannot be switched off"));
}

void OptionParser::parseModule() {
  if (const Arg *arg = args.getLastArg(OPT_entry)) {
    result.codegen.entry = arg->getValue();
    if (result.codegen.entry.empty())
      diags.error("'--entry' needs the name of an exported function");
  }
  for (const Arg *arg : args.filtered(OPT_enable, OPT_disable))
    parseFeature(arg);
  for (const Arg *arg : args.filtered(OPT_flimit)) {
    if (StringRef(arg->getValue()) == "help")
      result.action = Action::PrintLimits;
    else
      parseLimit(arg->getValue());
  }
}

// HOST[::GUEST]; the guest's name is the host's by default.
PreopenGrant OptionParser::grant(StringRef text, bool readOnly) {
  auto [host, guest] = text.rsplit("::");
  if (host.empty() || (guest.empty() && host.size() != text.size()))
    diags.error("invalid directory '" + text + "': expected HOST[::GUEST]");
  return {host.str(), (guest.empty() ? host : guest).str(), readOnly};
}

// The last --env of a name counts, as in a shell.
void OptionParser::setEnvironment(StringRef key, StringRef value) {
  auto &env = result.codegen.policy.env;
  auto same =
      llvm::find_if(env, [&](auto &entry) { return entry.first == key; });
  if (same == env.end()) {
    env.push_back({key.str(), value.str()});
    return;
  }
  diags.warning("'--env=" + key + "=" + value + "' overrides '--env=" + key +
                "=" + same->second + "'");
  same->second = value.str();
}

void OptionParser::parseWasi() {
  Policy &policy = result.codegen.policy;
  if (const Arg *arg = args.getLastArg(OPT_wasi)) {
    auto mode = StringSwitch<std::optional<WasiMode>>(arg->getValue())
                    .Case("cli", WasiMode::Cli)
                    .Case("native", WasiMode::Native)
                    .Case("none", WasiMode::None)
                    .Default(std::nullopt);
    if (mode)
      result.wasi = *mode;
    else
      badValue(arg, "cli, native or none");
  }
  if (result.wasi == WasiMode::Native) {
    policy.inheritEnv = true;
    policy.dirs.push_back({".", ".", false});
    policy.dirs.push_back({"/", "/", false});
  }
  for (const Arg *arg : args.filtered(OPT_dir, OPT_dir_ro))
    policy.dirs.push_back(
        grant(arg->getValue(), arg->getOption().matches(OPT_dir_ro)));
  for (const Arg *arg : args.filtered(OPT_env)) {
    StringRef text = arg->getValue();
    auto [key, value] = text.split('=');
    if (key.empty())
      badValue(arg, "NAME=VALUE");
    else if (key.size() == text.size())
      policy.inheritEnvList.push_back(key.str());
    else
      setEnvironment(key, value);
  }
  policy.inheritEnv |= args.hasArg(OPT_inherit_env);
  append_range(policy.inheritEnvList, args.getAllArgValues(OPT_inherit_env_eq));
  for (const Arg *arg : args.filtered(OPT_listen)) {
    StringRef text = arg->getValue();
    SocketAddress address;
    if (SocketAddressReader(text.data(), text.size()).read(&address))
      policy.listen.push_back(text.str());
    else
      badValue(arg, "IPV4:PORT or [IPV6]:PORT");
  }
  policy.args = args.getAllArgValues(OPT_arg);
  policy.argv0 = args.getLastArgValue(OPT_argv0);
  policy.lock = args.hasArg(OPT_lock_policy);
  if (result.wasi == WasiMode::None)
    for (const Arg *arg :
         args.filtered(OPT_dir, OPT_dir_ro, OPT_env, OPT_inherit_env,
                       OPT_inherit_env_eq, OPT_listen, OPT_arg, OPT_argv0))
      diags.error("'" + arg->getAsString(args) +
                  "' has no meaning with --wasi=none");
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

void OptionParser::parseRun() {
  RunOptions &run = result.run;
  if (!result.isRun) {
    for (const Arg *arg : args.filtered(OPT_cache_dir, OPT_cache_size))
      diags.error("'" + arg->getAsString(args) + "' is for 'wasmc run'");
    return;
  }
  for (const Arg *arg :
       args.filtered(OPT_o, OPT_c, OPT_S, OPT_emit, OPT_emit_llvm, OPT_validate,
                     OPT_dump_module, OPT_print_policy, OPT_save_temps,
                     OPT_save_temps_eq, OPT_dry_run))
    diags.error("'" + arg->getAsString(args) + "' has no meaning with 'run'");
  if (const Arg *arg = args.getLastArg(OPT_cache_dir)) {
    run.cacheDir = arg->getValue();
    if (run.cacheDir.empty())
      badValue(arg, "a folder");
  }
  if (const Arg *arg = args.getLastArg(OPT_cache_size))
    if (!parseSize(arg->getValue(), run.cacheSize) || run.cacheSize == 0)
      badValue(arg, "a size");
  for (const Arg *arg : args)
    if (arg->getOption().getKind() != Option::InputClass &&
        !arg->getOption().matches(OPT_v) && !arg->getOption().matches(OPT_j) &&
        !arg->getOption().matches(OPT_cache_dir) &&
        !arg->getOption().matches(OPT_cache_size))
      run.keyOptions.push_back(arg->getAsString(args));
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
        result.emit == EmitKind::Program)
      diags.error("a program cannot be written to standard output");
    return;
  }
  if (result.action == Action::Dump) {
    result.output = "-";
    return;
  }
  StringRef suffix;
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
  }
  result.output = (stem + suffix).str();
  if (result.action == Action::Compile && result.output == input &&
      sys::fs::exists(input))
    diags.error("the output would overwrite the input '" + input +
                "': name another with -o");
}

DriverOptions OptionParser::parse() {
  parseDiagnostics();
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
  setDefaultOutput();
  return std::move(result);
}

} // namespace

bool parseTarget(StringRef text, TargetKind &target, std::string &message) {
  auto alias = StringSwitch<std::optional<TargetKind>>(text)
                   .Case("linux", TargetKind::Linux)
                   .Case("windows", TargetKind::Windows)
                   .Default(std::nullopt);
  if (alias) {
    target = *alias;
    return true;
  }
  Triple triple(Triple::normalize(text));
  bool knownOS = triple.isOSLinux() || triple.isOSWindows();
  if (triple.getArch() != Triple::UnknownArch && knownOS) {
    Triple::EnvironmentType env = triple.getEnvironment();
    bool plainLinux =
        triple.isOSLinux() && (env == Triple::UnknownEnvironment ||
                               env == Triple::GNU || env == Triple::Musl);
    bool plainWindows =
        triple.isOSWindows() && (env == Triple::UnknownEnvironment ||
                                 env == Triple::GNU || env == Triple::MSVC);
    if (triple.getArch() == Triple::x86_64 && (plainLinux || plainWindows)) {
      target = plainLinux ? TargetKind::Linux : TargetKind::Windows;
      return true;
    }
    message = ("target '" + text +
               "' is not supported yet; --print-targets lists those that are")
                  .str();
    return false;
  }
  message = ("unknown target '" + text + "'; --print-targets lists them").str();
  return false;
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
  if (Error error = context.expandResponseFiles(expanded)) {
    diags.report("wasmc", std::move(error));
    return {};
  }
  unsigned missingIndex, missingCount;
  InputArgList args = table.ParseArgs(expanded, missingIndex, missingCount);
  if (missingCount)
    diags.error("'" + StringRef(args.getArgString(missingIndex)) +
                "' needs a value");
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
  DriverOptions options = OptionParser(args, diags, isRun).parse();
  options.run.arguments = std::move(run.program);
  return options;
}

void printHelp(raw_ostream &os, bool hidden) {
  WasmcOptTable().printHelp(
      os,
      "wasmc [options] <module>...\n"
      "       wasmc run [options] <module> [arguments]",
      "wasmc: compiles WebAssembly modules to a native program", hidden,
      /*ShowAllAliases=*/true);
}

static void printMarkdownRow(raw_ostream &os, const OptTable &table,
                             unsigned id) {
  const Option option = table.getOption(id);
  bool isSeparate = option.getKind() == Option::SeparateClass ||
                    option.getKind() == Option::JoinedOrSeparateClass;
  os << "| `" << option.getPrefixedName() << (isSeparate ? " " : "");
  if (const char *metaVar = table.getOptionMetaVar(id))
    os << metaVar;
  os << "` | " << table.getOptionHelpText(id)
     << (option.hasFlag(HelpHidden) ? " (for developers)" : "") << " |\n";
}

// One table a group.
void printMarkdown(raw_ostream &os) {
  WasmcOptTable table;
  os << "<!-- Generated from tools/wasmc/Options.td by `wasmc "
        "--help-markdown`; do not edit. -->\n\n"
        "# The command line\n\n"
        "`wasmc [options] <module>...` compiles a WebAssembly module, or "
        "several that import\nfrom each other, to a native program.\n\n"
        "`wasmc run [options] <module> [arguments]` compiles it into a cache "
        "and becomes the program.\n\n"
        "A module of `-` is standard input. `@file` reads more arguments from "
        "a file. The exit\nstatus is 0 on success, 1 after an error in the "
        "input or the command line, and 70\nafter an internal error.\n";
  unsigned count = table.getNumOptions();
  for (unsigned group = 1; group <= count; ++group) {
    if (table.getOptionKind(group) != Option::GroupClass)
      continue;
    os << "\n## " << table.getOptionHelpText(group)
       << "\n\n| option | meaning |\n|---|---|\n";
    for (unsigned id = 1; id <= count; ++id)
      if (table.getOptionGroupID(id) == group && table.getOptionHelpText(id))
        printMarkdownRow(os, table, id);
  }
}

} // namespace wasmc
