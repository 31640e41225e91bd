// The parser of the command line: its parts are in Options.cpp,
// OptionsCodegen.cpp (what decides the code), OptionsPolicy.cpp (WASI) and
// OptionsLibrary.cpp (hosts in C).

#ifndef WASMC_TOOLS_OPTIONPARSER_H
#define WASMC_TOOLS_OPTIONPARSER_H

#include "OptionTable.h"
#include "Options.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"

namespace wasmc {

class OptionParser {
public:
  OptionParser(const llvm::opt::InputArgList &args, Diagnostics &diags,
               bool isRun)
      : args(args), diags(diags) {
    result.isRun = isRun;
  }
  // `incomplete` is the option that lacks its value, or empty.
  DriverOptions parse(const llvm::opt::OptTable &table,
                      llvm::StringRef incomplete);
  // Only the options that say how messages look.
  void parseDiagnostics();

private:
  void reportUnknown(const llvm::opt::OptTable &table,
                     llvm::StringRef incomplete);
  void parseAction();
  void parseOutput();
  void parseTargetOptions();
  void parseOptimisation();
  void parseModule();
  void parseLimit(llvm::StringRef text);
  void parseFeature(const llvm::opt::Arg *arg);
  void parseWasi();
  void setEnvironment(llvm::StringRef key, llvm::StringRef value);
  void parseInputs();
  // OptionsLibrary.cpp
  void parseNameSpace();
  void parseLibrary();
  void setDefaultHeader();
  void parseDepFile();
  void parseRun();
  void parseCache();
  void setDefaultOutput();
  PreopenGrant grant(llvm::StringRef text, bool readOnly);
  // Complains about the value of `arg`.
  void badValue(const llvm::opt::Arg *arg, const llvm::Twine &expected) {
    diags.error("invalid value in '" + arg->getAsString(args) + "': expected " +
                expected);
  }

  const llvm::opt::InputArgList &args;
  Diagnostics &diags;
  DriverOptions result;
};

// Bytes with an optional K, M or G. False if `text` is no such number, or one
// beyond 64 bits.
bool parseSize(llvm::StringRef text, uint64_t &size);

} // namespace wasmc

#endif
