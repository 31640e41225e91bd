// What wasmc can say about itself.

#include "Info.h"
#include "Codegen/Link.h"
#include "Codegen/Target.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace wasmc {
namespace {

void printVersion(raw_ostream &os) {
  TargetKind host = TargetKind::Linux;
  os << "wasmc " WASMC_VERSION "\n"
     << "LLVM " LLVM_VERSION_STRING "\n"
     << "Targets: " << targetName(TargetKind::Linux) << ", "
     << targetName(TargetKind::Windows) << "\n"
     << "Default target: " << targetName(host) << "\n";
}

void printTargets(raw_ostream &os) {
  os << "x86_64-linux    (alias: linux) ELF, static, position independent\n"
     << "x86_64-windows  (alias: windows) PE for Windows 10 and later\n";
}

void printFeatures(raw_ostream &os) {
  for (const FeatureInfo &info : allFeatures())
    os << left_justify(info.cliName, 24)
       << (!info.supported    ? "not supported yet"
           : info.onByDefault ? "on by default"
                              : "off by default")
       << '\n';
}

void printLimits(raw_ostream &os) {
  for (const LimitInfo &info : allLimits())
    os << "-flimit-" << left_justify(info.cliName, 22)
       << format("%10llu  ", (unsigned long long)info.defaultValue)
       << info.description << '\n';
}

void printCpus(const DriverOptions &options, raw_ostream &os) {
  CodegenOptions plain;
  plain.target = options.codegen.target;
  initializeTargets();
  auto machine = createTargetMachine(plain);
  for (const auto &cpu :
       machine->getMCSubtargetInfo()->getAllProcessorDescriptions())
    os << cpu.Key << '\n';
}

void printCpuFeatures(const DriverOptions &options, raw_ostream &os) {
  CodegenOptions plain;
  plain.target = options.codegen.target;
  initializeTargets();
  auto machine = createTargetMachine(plain);
  for (const auto &feature :
       machine->getMCSubtargetInfo()->getAllProcessorFeatures())
    os << left_justify(feature.Key, 32) << feature.Desc << '\n';
}

} // namespace

bool printInfo(const DriverOptions &options, raw_ostream &os) {
  switch (options.action) {
  case Action::Compile:
  case Action::Validate:
  case Action::Dump:
  case Action::PrintPolicy:
    return false;
  case Action::PrintHelp:
    printHelp(os, /*hidden=*/false);
    return true;
  case Action::PrintHelpHidden:
    printHelp(os, /*hidden=*/true);
    return true;
  case Action::PrintMarkdown:
    printMarkdown(os);
    return true;
  case Action::PrintVersion:
    printVersion(os);
    return true;
  case Action::PrintTargets:
    printTargets(os);
    return true;
  case Action::PrintFeatures:
    printFeatures(os);
    return true;
  case Action::PrintLimits:
    printLimits(os);
    return true;
  case Action::PrintCpus:
    printCpus(options, os);
    return true;
  case Action::PrintCpuFeatures:
    printCpuFeatures(options, os);
    return true;
  case Action::PrintRuntimeDir:
    os << runtimeDir(options.codegen.target) << '\n';
    return true;
  }
  llvm_unreachable("all actions are listed");
}

} // namespace wasmc
