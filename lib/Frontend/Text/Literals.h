// Numbers and strings of the text format (spec 6.3.2 to 6.3.4).

#ifndef WASMC_FRONTEND_TEXT_LITERALS_H
#define WASMC_FRONTEND_TEXT_LITERALS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace wasmc {

enum class NumberForm : uint8_t { None, Nat, Int, Float };

// What kind of number the whole of `word` is.
NumberForm numberForm(llvm::StringRef word);

// The value of a Nat literal, or nothing if it is greater than `max`.
std::optional<uint64_t> parseNat(llvm::StringRef word, uint64_t max);

// The value of a Nat or Int literal modulo 2^bits, or nothing if it is neither
// a signed nor an unsigned number of so many bits (at most 64).
std::optional<uint64_t> parseInteger(llvm::StringRef word, unsigned bits);

// The bits of the nearest f32 or f64 (`bits` is 32 or 64), ties to even, of a
// Nat, Int or Float literal; nothing if it rounds to infinity or if a NaN's
// payload does not fit.
std::optional<uint64_t> parseFloat(llvm::StringRef word, unsigned bits);

// The length of the string literal at the front of `source`, with its quotes,
// or 0 and the reason.
size_t scanString(llvm::StringRef source, const char *&error);

// The bytes of a string literal that scanString accepted.
std::string decodeString(llvm::StringRef literal);

} // namespace wasmc

#endif
