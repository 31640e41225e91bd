// The text format, read: a .wat becomes the bytes of a .wasm, so that there is
// one decoder and one validator.

#ifndef WASMC_FRONTEND_TEXT_TEXT_H
#define WASMC_FRONTEND_TEXT_TEXT_H

#include "TextError.h"

namespace wasmc {

// Where a byte of the module came from.
struct TextPosition {
  uint64_t offset; // in the module
  LineColumn source;
};

struct AssembledText {
  std::string binary;
  std::vector<TextPosition> positions; // by ascending offset

  // What the module's byte `offset` was assembled from, or the start.
  LineColumn position(uint64_t offset) const;

  // `error` with each WasmError as the TextError that says where it is here.
  llvm::Error locate(llvm::Error error) const;
};

// Assembles one module, "(module ...)" or its fields alone. Identifiers go into
// a name section. The error is a TextError. Rules of validation are not
// checked.
llvm::Expected<AssembledText> assembleText(llvm::StringRef source);

// Whether a file with these contents is text rather than a binary module.
bool looksLikeText(llvm::StringRef contents);

} // namespace wasmc

#endif
