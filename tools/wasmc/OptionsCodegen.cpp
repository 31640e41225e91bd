// The options that decide what code is made: the target, optimisation, and what
// a module may be.

#include "OptionParser.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace llvm::opt;

namespace wasmc {

static constexpr uint64_t minStackSize = 64 << 10;
static constexpr uint64_t maxStackSize = 4ull << 30;

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

void OptionParser::parseTargetOptions() {
  CodegenOptions &codegen = result.codegen;
  std::string message;
  if (const Arg *arg = args.getLastArg(OPT_target_eq)) {
    if (!parseTarget(arg->getValue(), codegen.target, message))
      diags.error(message);
  } else if ((result.emit == EmitKind::Program &&
              StringRef(result.output).ends_with_insensitive(".exe")) ||
             (result.emit == EmitKind::SharedLibrary &&
              StringRef(result.output).ends_with_insensitive(".dll"))) {
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

} // namespace wasmc
