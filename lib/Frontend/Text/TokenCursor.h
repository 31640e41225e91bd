// A place among the tokens: what all parsers of the text format share.

#ifndef WASMC_FRONTEND_TEXT_TOKENCURSOR_H
#define WASMC_FRONTEND_TEXT_TOKENCURSOR_H

#include "Lexer.h"
#include "llvm/ADT/ArrayRef.h"

namespace wasmc {

// i8x16 and so on.
struct VectorShape {
  unsigned laneBits;
  bool isFloat;
  unsigned lanes() const { return 128 / laneBits; }
};

class TokenCursor {
public:
  TokenCursor(const LexedText &text, TextErrors &errors, uint32_t pos)
      : text(text), errors(errors), pos(pos) {}

  const Token &peek(unsigned ahead = 0) const {
    return text.tokens[std::min<size_t>(pos + ahead, text.tokens.size() - 1)];
  }
  bool at(TokenKind kind) const { return peek().kind == kind; }
  bool at(Keyword keyword) const { return peek().is(keyword); }
  bool at(Opcode op) const { return peek().is(op); }
  bool atOpen() const { return at(TokenKind::LParen); }
  bool atClose() const { return at(TokenKind::RParen); }
  // "(" and `keyword`, the next two tokens.
  bool atOpen(Keyword keyword) const { return atOpen() && peek(1).is(keyword); }
  // Whether an index may begin here.
  bool atIndex() const { return at(TokenKind::Nat) || at(TokenKind::Id); }

  // Goes on by one token. An annotation before it that nobody took is an error.
  void advance();

  // Each consumes what it names, if it is there.
  template <class T> bool accept(T what) {
    if (!at(what))
      return false;
    advance();
    return true;
  }
  bool acceptOpen(Keyword keyword);

  // Each consumes what it names or records "unexpected token"; `what` is for
  // the message.
  template <class T> bool expect(T kind, const char *what) {
    return accept(kind) || unexpected(what);
  }
  bool expectOpen() { return expect(TokenKind::LParen, "'('"); }
  bool expectClose() { return expect(TokenKind::RParen, "')'"); }
  bool expectString(std::string &bytes);
  bool expectName(std::string &name);                 // a string that is UTF-8
  bool expectInteger(unsigned bits, uint64_t &value); // modulo 2^bits
  bool expectFloat(unsigned bits, uint64_t &value);   // its bits
  // A vector's shape, if as many literals as it has lanes follow.
  bool expectShape(VectorShape &shape);
  unsigned countNumbers() const; // that follow, also nan:canonical and the like
  bool atNumber() const {
    return at(TokenKind::Nat) || at(TokenKind::Int) || at(TokenKind::Float);
  }

  // "unexpected token" at the next token; false.
  bool unexpected(const char *expected = nullptr);
  bool fail(const Token &token, const llvm::Twine &message) {
    return errors.fail(token.offset, message);
  }

  llvm::ArrayRef<Annotation> annotations(uint32_t token) const;
  // The annotations before the next token; from now on they are in place.
  llvm::ArrayRef<Annotation> takeAnnotations();
  void allowAnnotations() { taken = pos; }
  // Allows @name, which DeclarationPass.cpp reads, before the next token.
  void takeName();

  uint32_t position() const { return pos; } // index of the next token
  void moveTo(uint32_t token) { pos = token; }

protected:
  std::string idName(const Token &id) const; // without the $, decoded
  // The bytes of a string token.
  std::string stringValue(const Token &token) const;
  void misplaced(const Annotation &annotation);

  const LexedText &text;
  TextErrors &errors;
  bool inFunction = false; // for the words of `misplaced`

private:
  uint32_t pos;
  uint32_t taken = UINT32_MAX; // the token whose annotations are in place
};

} // namespace wasmc

#endif
