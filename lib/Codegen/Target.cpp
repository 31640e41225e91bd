// The targets wasmc compiles for, and LLVM's view of them.

#include "Target.h"
#include "Compile.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/SubtargetFeature.h"

using namespace llvm;

namespace wasmc {

// Changes options that LLVM has on its command line only; what -mllvm says
// stays.
static void setOptions() {
  static const struct {
    StringRef name, value;
  } settings[] = {
      // What the back end does with accesses that loses traps (see
      // TrapLiveness.h): makes `select c, load, x` a branch around the load,
      {"x86-cmov-converter-force-mem-operand", "false"},
      // and `store (or (load p), 1), p` an access to one byte.
      {"combiner-reduce-load-op-store-width", "false"},
      {"combiner-shrink-load-replace-store-with-store", "false"},
      // Loops of fewer iterations get no check whether their arrays overlap,
      // so are vectorised only where LLVM knows that. Of arrays in linear
      // memory it seldom does; rows of 8 by 8 blocks are worth the check.
      {"vectorizer-min-trip-count", "8"},
      // The address of linear memory folds into each access for free; LLVM
      // would keep it in registers instead, copied once for each region of a
      // function. Programs take 3 % less time (of interpreters up to 20 %).
      {"disable-constant-hoisting", "true"},
      // How many cheap instructions both arms of a branch may have to be done
      // without it, then a select. Where native programs look up a class of
      // characters in a table, those for WebAssembly compare with its ranges,
      // and text is not to be predicted.
      {"two-entry-phi-node-folding-threshold", "7"},
      // How many operations deep the vectoriser of straight-line code looks. A
      // double round of ChaCha is 24 deep, and what is cut off in the middle is
      // not worth a vector to it.
      {"slp-recursion-max-depth", "24"},
      // Up to how many cases the jump of an interpreter is copied
      // (ThreadDispatch.h). LLVM 19 stops at 16, LLVM 18 and 20 do not.
      {"tail-dup-succ-size", "256"},
  };
  for (auto [name, value] : settings) {
    cl::Option *option = cl::getRegisteredOptions().lookup(name);
    assert(option && "LLVM 19 has this option");
    if (option->getNumOccurrences() == 0)
      option->addOccurrence(0, name, value);
  }
}

void initializeTargets() {
  LLVMInitializeX86TargetInfo();
  LLVMInitializeX86Target();
  LLVMInitializeX86TargetMC();
  LLVMInitializeX86AsmPrinter();
  setOptions();
}

std::string tripleOf(TargetKind target) {
  // The GNU flavour of Windows: stack probes call ___chkstk_ms, and no _fltused
  // symbol is needed. Objects link with either ABI's linker all the same.
  return target == TargetKind::Windows ? "x86_64-w64-windows-gnu"
                                       : "x86_64-unknown-linux-gnu";
}

static const Target &lookupTarget(const std::string &triple) {
  std::string error;
  const Target *target = TargetRegistry::lookupTarget(triple, error);
  assert(target && "initializeTargets() was not called");
  return *target;
}

void resolveNativeCpu(CodegenOptions &options) {
  if (options.cpu != "native")
    return;
  options.cpu = sys::getHostCPUName().str();
  SubtargetFeatures features(options.attrs);
  SubtargetFeatures host;
  for (const auto &feature : sys::getHostCPUFeatures())
    host.AddFeature(feature.first(), feature.second);
  // The user's -mattr comes last, so that it wins.
  for (const std::string &feature : features.getFeatures())
    host.AddFeature(feature);
  options.attrs = host.getString();
}

bool checkCpu(const CodegenOptions &options, std::string &message) {
  initializeTargets();
  std::string triple = tripleOf(options.target);
  std::unique_ptr<MCSubtargetInfo> info(
      lookupTarget(triple).createMCSubtargetInfo(triple, "", ""));
  if (!info->isCPUStringValid(options.cpu)) {
    message = "unknown CPU '" + options.cpu + "' (see -mcpu=help)";
    return false;
  }
  SubtargetFeatures features(options.attrs);
  for (const std::string &flag : features.getFeatures()) {
    StringRef name = StringRef(flag).drop_front();
    bool known =
        any_of(info->getAllProcessorFeatures(),
               [&](const auto &feature) { return name == feature.Key; });
    if (!known) {
      message = "unknown CPU feature '" + name.str() + "' in -mattr";
      return false;
    }
  }
  // A 32-bit CPU has no 64-bit mode to compile for.
  std::unique_ptr<MCSubtargetInfo> chosen(
      lookupTarget(triple).createMCSubtargetInfo(triple, options.cpu,
                                                 options.attrs));
  if (!chosen->checkFeatures("+64bit")) {
    message = "CPU '" + options.cpu + "' is not a 64-bit processor";
    return false;
  }
  return true;
}

static CodeGenOptLevel codegenLevel(OptLevel level) {
  switch (level) {
  case OptLevel::O0:
    return CodeGenOptLevel::None;
  case OptLevel::O1:
    return CodeGenOptLevel::Less;
  case OptLevel::O3:
    return CodeGenOptLevel::Aggressive;
  case OptLevel::O2:
  case OptLevel::Os:
  case OptLevel::Oz:
    return CodeGenOptLevel::Default;
  }
  llvm_unreachable("all levels are listed");
}

// A level is of both makers' processors, and LLVM tunes it for Intel's of that
// time: x86-64-v2 rotates by `shld`, which costs AMD's six times a `rol`, and
// all of them shift two registers by it, which costs six micro-operations
// where two shifts and an `or` are three on either. The user's -mattr comes
// last, so that it wins.
static std::string featuresOf(const CodegenOptions &options) {
  if (options.cpu != "x86-64" && !StringRef(options.cpu).starts_with("x86-64-"))
    return options.attrs;
  std::string features = "-fast-shld-rotate,+slow-shld";
  return options.attrs.empty() ? features : features + "," + options.attrs;
}

std::unique_ptr<TargetMachine>
createTargetMachine(const CodegenOptions &options) {
  std::string triple = tripleOf(options.target);
  TargetOptions targetOptions;
  // Lets the linker drop what a program does not use.
  targetOptions.FunctionSections = false;
  targetOptions.DataSections = true;
  // A trap is an instruction with its reason inside; the code after a call
  // that never returns must not be another function's first instruction.
  targetOptions.NoTrapAfterNoreturn = true;
  targetOptions.TrapUnreachable = true;
  return std::unique_ptr<TargetMachine>(
      lookupTarget(triple).createTargetMachine(
          triple, options.cpu, featuresOf(options), targetOptions, Reloc::PIC_,
          CodeModel::Small, codegenLevel(options.opt)));
}

unsigned cpuLevelOf(const TargetMachine &machine) {
  const MCSubtargetInfo &info = *machine.getMCSubtargetInfo();
  if (info.checkFeatures("+avx512f"))
    return 4;
  if (info.checkFeatures("+avx2"))
    return 3;
  if (info.checkFeatures("+sse4.2"))
    return 2;
  return 1;
}

} // namespace wasmc
