// What wasmc can say about itself.

#include "Info.h"
#include "Codegen/Link.h"
#include "Codegen/Target.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"

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

constexpr char licenses[] =
#include "License.inc"
    ;

void printLicenses(raw_ostream &os) {
  os << R"(wasmc, its runtime library and its files for other tools: Apache License 2.0
with LLVM exceptions, the text of which is below. By the exceptions, programs
that wasmc makes carry no obligation: they contain the module's code and parts of
the runtime library, and nothing else.

wasmc itself uses
  LLVM and lld 19, (c) the LLVM contributors, under the same licence; LLVM
    contains BLAKE3 (CC0 1.0 or Apache 2.0) and xxHash (BSD 2-clause, (c) Yann
    Collet)
  the C++ library and libgcc of GCC (GPL 3 with the GCC Runtime Library
    Exception), zlib (zlib licence) and zstd (BSD 3-clause), as shared libraries
The runtime library for Windows is compiled with the declarations of mingw-w64
(public domain and Zope Public License 2.1), and contains none of its code.

)" << licenses;
}

// <prefix>/share/wasmc, beside the folder of the compiler.
std::string resourceDir() {
  SmallString<256> dir(
      sys::path::parent_path(sys::path::parent_path(compilerPath())));
  sys::path::append(dir, "share", "wasmc");
  return std::string(dir);
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
  case Action::PrintMan:
    printMan(os);
    return true;
  case Action::PrintBashCompletion:
    printBashCompletion(os);
    return true;
  case Action::PrintZshCompletion:
    printZshCompletion(os);
    return true;
  case Action::PrintLicenses:
    printLicenses(os);
    return true;
  case Action::PrintResourceDir:
    os << resourceDir() << '\n';
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
