// The text format as tokens (spec 6.2 to 6.3): the whole source is cut up
// before anything is parsed, so that the parser may look ahead and go back.

#ifndef WASMC_FRONTEND_TEXT_LEXER_H
#define WASMC_FRONTEND_TEXT_LEXER_H

#include "../Opcode.h"
#include "TextError.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace wasmc {

enum class Keyword : uint16_t {
#define KEYWORD(Name, text) Name,
#include "Keywords.def"
};

enum class TokenKind : uint8_t {
  LParen,
  RParen,
  Instr,   // `code` is an Opcode
  Keyword, // `code` is a Keyword
  Nat,     // an integer without a sign
  Int,     // with a sign
  Float,
  String,
  Id,
  OffsetEq, // offset=N
  AlignEq,  // align=N
  Word,     // in an annotation: anything else
  End,
};

struct Token {
  uint32_t offset; // in the source, bytes
  uint32_t length;
  uint16_t code = 0;
  TokenKind kind;
  bool annotated = false; // an annotation that has a meaning comes before it

  bool is(Keyword k) const {
    return kind == TokenKind::Keyword && code == uint16_t(k);
  }
  bool is(Opcode op) const {
    return kind == TokenKind::Instr && code == uint16_t(op);
  }
};

// An annotation that has a meaning: its contents without the parentheses and
// the identifier. All others are comments.
struct Annotation {
  enum class Kind : uint8_t { Custom, Name, BranchHint };
  Kind kind;
  uint32_t offset;
  uint32_t beforeToken; // index
  std::vector<Token> contents;
};

struct LexedText {
  llvm::StringRef source;
  std::vector<Token> tokens; // the last one is End
  std::vector<Annotation> annotations;
  LineTable lines;

  llvm::StringRef text(const Token &token) const {
    return source.substr(token.offset, token.length);
  }
};

// Cuts `source` up; false if `errors` has one. `source` must outlive the
// result.
bool lexText(llvm::StringRef source, LexedText &result, TextErrors &errors);

// Whether `bytes` is well-formed UTF-8.
bool isUTF8(llvm::StringRef bytes);

} // namespace wasmc

#endif
