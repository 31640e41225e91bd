// The command line as plain data. Options.td lists the options.

#ifndef WASMC_TOOLS_OPTIONS_H
#define WASMC_TOOLS_OPTIONS_H

#include "Codegen/Options.h"
#include "DepFile.h"
#include "Diagnostics.h"
#include "Frontend/ModuleReader.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>
#include <string>
#include <vector>

namespace wasmc {

// What a run of wasmc does. The Print actions need no input.
enum class Action {
  Compile,
  Validate,
  Dump,
  PrintHelp,
  PrintHelpHidden,
  PrintMarkdown,
  PrintMan,
  PrintBashCompletion,
  PrintZshCompletion,
  PrintLicenses,
  PrintResourceDir,
  PrintVersion,
  PrintTargets,
  PrintFeatures,
  PrintLimits,
  PrintCpus,
  PrintCpuFeatures,
  PrintRuntimeDir,
  PrintPolicy, // of a program: the only Print action with an input
};

enum class EmitKind {
  Program,
  Object,
  Assembly,
  LLVM,
  Bitcode,
  Module,
  Library,
  SharedLibrary,
  Header,
};

enum class InputFormat { Guess, Text, Binary };

enum class WasiMode { Cli, Native, None };

// A module on the command line.
struct InputModule {
  std::string path;                    // "-": standard input
  std::string name;                    // under which others import it
  std::optional<std::string> contents; // if it was read already
};

// What is kept between runs of wasmc.
struct CacheOptions {
  std::string dir;              // empty: for `run` the user's, else none
  uint64_t size = 1 << 30;      // bytes
  std::vector<std::string> key; // the options that may change the output
};

// `wasmc run`.
struct RunOptions {
  std::vector<std::string> arguments; // the program's
};

struct DriverOptions {
  bool isRun = false; // with `run` and Action::Compile
  RunOptions run;
  CacheOptions cache;
  Action action = Action::Compile;
  EmitKind emit = EmitKind::Program;
  WasiMode wasi = WasiMode::Cli;
  std::vector<InputModule> inputs;      // the first names the output
  std::vector<std::string> hostObjects; // objects and archives for the link
  bool emitsHeader = false;             // besides the output, at headerPath
  std::string headerPath;
  InputFormat inputFormat = InputFormat::Guess;
  std::string output; // never empty once parsed; "-": standard output
  CodegenOptions codegen;
  ReaderOptions reader;
  DepFileOptions depFile;
  bool verbose = false;
  bool dryRun = false;
  bool progress = true; // if standard error is a terminal
  bool saveTemps = false;
  std::string tempsDir; // with saveTemps
  std::vector<std::string> llvmArgs;
};

// Parses `args` (argv without the program's name), expanding response files.
// The first may be `run`; then the options end at the module.
// Every error goes to `diags`, which the options also set up; the result is for
// use only if there was none.
DriverOptions parseOptions(llvm::ArrayRef<const char *> args,
                           Diagnostics &diags);

// Whether `path` is an object or an archive by its name, and no module.
bool isHostObject(llvm::StringRef path);

// --help, with the developers' options if `hidden`.
void printHelp(llvm::raw_ostream &os, bool hidden);
// docs/CommandLine.md.
void printMarkdown(llvm::raw_ostream &os);
// wasmc(1), for man.
void printMan(llvm::raw_ostream &os);
// For bash's `complete` and for a folder of zsh's fpath.
void printBashCompletion(llvm::raw_ostream &os);
void printZshCompletion(llvm::raw_ostream &os);

// `text` as a target: an alias, or a triple in any of its usual spellings.
// False if it is none; then `message` says why.
bool parseTarget(llvm::StringRef text, TargetKind &target,
                 std::string &message);

} // namespace wasmc

#endif
