// Errors, warnings and notes on standard error, in the form other compilers
// use: "wasmc: error: ..." or "file:0x1f3: error: ..." and lines of context.

#ifndef WASMC_TOOLS_DIAGNOSTICS_H
#define WASMC_TOOLS_DIAGNOSTICS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include <string>

namespace wasmc {

enum class ColorMode { Auto, Always, Never };

class Diagnostics {
public:
  void setColor(ColorMode mode);
  void setWarnings(bool none, bool areErrors) {
    noWarnings = none;
    warningsAreErrors = areErrors;
  }

  void error(const llvm::Twine &message) { print("wasmc", Error, message); }
  void warning(const llvm::Twine &message);
  void note(const llvm::Twine &message) { print("wasmc", Note, message); }

  // Prints every error in `error`. `file` is the module: the prefix of a
  // WasmError, with its offset, of a TextError, with its line and column, and
  // of all but the system's errors.
  void report(llvm::StringRef file, llvm::Error error);

  unsigned errorCount() const { return errors; }

private:
  enum Severity { Error, Warning, Note };
  void print(const llvm::Twine &where, Severity severity,
             const llvm::Twine &message);

  unsigned errors = 0;
  bool noWarnings = false;
  bool warningsAreErrors = false;
};

// `text` with what would steer a terminal (control characters, also those that
// come as two bytes of UTF-8) written as \xNN. Tabs and newlines stay.
std::string sanitizeForTerminal(llvm::StringRef text);

} // namespace wasmc

#endif
