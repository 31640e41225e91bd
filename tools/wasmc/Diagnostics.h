// Errors, warnings and notes on standard error, in the form other compilers
// use: "wasmc: error: ..." or "file:0x1f3: error: ..." and lines of context.

#ifndef WASMC_TOOLS_DIAGNOSTICS_H
#define WASMC_TOOLS_DIAGNOSTICS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>

namespace wasmc {

enum class ColorMode { Auto, Always, Never };
enum class DiagnosticFormat { Text, Json };

class Diagnostics {
public:
  void setColor(ColorMode mode);
  void setFormat(DiagnosticFormat wanted) { format = wanted; }
  void setWarnings(bool none, bool areErrors) {
    noWarnings = none;
    warningsAreErrors = areErrors;
  }

  void error(const llvm::Twine &message) { print({}, Error, message); }
  void warning(const llvm::Twine &message);
  void note(const llvm::Twine &message) { print({}, Note, message); }

  // Prints every error in `error`. `file` is the module: the prefix of a
  // WasmError, with its offset, of a TextError, with its line and column, and
  // of all but the system's errors.
  void report(llvm::StringRef file, llvm::Error error);

  unsigned errorCount() const { return errors; }

private:
  enum Severity { Error, Warning, Note };
  // What a message is about: by default the command line.
  struct Location {
    std::string file;               // empty: wasmc itself
    std::optional<uint64_t> offset; // of a byte in a module
    unsigned line = 0, column = 0;  // of a text; counted from 1, 0: unknown
    std::string context;            // a line below the message
    std::string text() const;
  };
  void print(const Location &where, Severity severity,
             const llvm::Twine &message);
  void printText(const Location &where, Severity severity,
                 llvm::StringRef message);

  DiagnosticFormat format = DiagnosticFormat::Text;
  unsigned errors = 0;
  bool noWarnings = false;
  bool warningsAreErrors = false;
};

// `text` with what would steer a terminal (control characters, also those that
// come as two bytes of UTF-8) written as \xNN. Tabs and newlines stay.
std::string sanitizeForTerminal(llvm::StringRef text);

} // namespace wasmc

#endif
