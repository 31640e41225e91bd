// What is wrong with a text, and where.

#ifndef WASMC_FRONTEND_TEXT_TEXTERROR_H
#define WASMC_FRONTEND_TEXT_TEXTERROR_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wasmc {

// Counted from 1; columns are bytes.
struct LineColumn {
  uint32_t line = 1, column = 1;
};

class TextError : public llvm::ErrorInfo<TextError> {
public:
  static char ID;

  // `context` is as in WasmError.
  TextError(LineColumn position, const llvm::Twine &message,
            const llvm::Twine &context = "")
      : position(position), message(message.str()), context(context.str()) {}

  void log(llvm::raw_ostream &os) const override;
  std::error_code convertToErrorCode() const override {
    return llvm::inconvertibleErrorCode();
  }

  LineColumn position;
  std::string message; // the specification's words, where it has some
  std::string context;
};

// Where the lines of a source begin.
class LineTable {
public:
  LineTable() = default;
  explicit LineTable(llvm::StringRef source);
  LineColumn position(uint32_t offset) const;

private:
  std::vector<uint32_t> starts = {0};
};

// Where the lexer and the parsers, which report by returning false, leave their
// first error.
class TextErrors {
public:
  // Records an error at a byte of the source unless there is one; false.
  bool fail(uint32_t offset, const llvm::Twine &message) {
    if (!first)
      first = {offset, message.str()};
    return false;
  }
  bool hasError() const { return first.has_value(); }

  // The recorded error (or success); the slot is empty afterwards.
  llvm::Error take(const LineTable &lines);

private:
  struct Entry {
    uint32_t offset;
    std::string message;
  };
  std::optional<Entry> first;
};

} // namespace wasmc

#endif
