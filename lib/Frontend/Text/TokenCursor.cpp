// "unexpected token" has one wording; so have annotations out of place.

#include "TokenCursor.h"
#include "Literals.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace llvm;
using namespace wasmc;

void TokenCursor::advance() {
  const Token &token = peek();
  if (token.annotated && taken != pos)
    misplaced(annotations(pos).front());
  if (token.kind != TokenKind::End)
    ++pos;
}

bool TokenCursor::acceptOpen(Keyword keyword) {
  if (!atOpen(keyword))
    return false;
  advance();
  advance();
  return true;
}

std::string TokenCursor::stringValue(const Token &token) const {
  return decodeString(text.text(token));
}

std::string TokenCursor::idName(const Token &id) const {
  StringRef name = text.text(id).drop_front();
  return name.front() == '"' ? decodeString(name) : name.str();
}

bool TokenCursor::expectString(std::string &bytes) {
  if (!at(TokenKind::String))
    return unexpected("a string");
  bytes = stringValue(peek());
  advance();
  return true;
}

bool TokenCursor::expectName(std::string &name) {
  const Token &token = peek();
  return expectString(name) &&
         (isUTF8(name) || fail(token, "malformed UTF-8 encoding"));
}

bool TokenCursor::expectInteger(unsigned bits, uint64_t &value) {
  const Token &token = peek();
  if (token.kind != TokenKind::Nat && token.kind != TokenKind::Int)
    return unexpected("an integer");
  std::optional<uint64_t> number = parseInteger(text.text(token), bits);
  if (!number)
    return fail(token, "constant out of range of i" + Twine(bits));
  value = *number;
  advance();
  return true;
}

bool TokenCursor::expectFloat(unsigned bits, uint64_t &value) {
  const Token &token = peek();
  if (!atNumber())
    return unexpected("a number");
  std::optional<uint64_t> number = parseFloat(text.text(token), bits);
  if (!number)
    return fail(token, "constant out of range of f" + Twine(bits));
  value = *number;
  advance();
  return true;
}

unsigned TokenCursor::countNumbers() const {
  unsigned count = 0;
  for (;; ++count) {
    const Token &token = peek(count);
    const bool isNumber =
        token.kind == TokenKind::Nat || token.kind == TokenKind::Int ||
        token.kind == TokenKind::Float || token.is(Keyword::NanCanonical) ||
        token.is(Keyword::NanArithmetic);
    if (!isNumber)
      return count;
  }
}

bool TokenCursor::expectShape(VectorShape &shape) {
  if (accept(Keyword::I8x16))
    shape = {8, false};
  else if (accept(Keyword::I16x8))
    shape = {16, false};
  else if (accept(Keyword::I32x4))
    shape = {32, false};
  else if (accept(Keyword::I64x2))
    shape = {64, false};
  else if (accept(Keyword::F32x4))
    shape = {32, true};
  else if (accept(Keyword::F64x2))
    shape = {64, true};
  else
    return unexpected("a vector shape");
  return countNumbers() == shape.lanes() ||
         fail(peek(), "wrong number of lane literals");
}

bool TokenCursor::unexpected(const char *expected) {
  constexpr size_t shown = 60;
  const Token &token = peek();
  std::string message = "unexpected token ";
  if (token.kind == TokenKind::End)
    message += "<end of file>";
  else
    message += "'" + text.text(token).take_front(shown).str() + "'";
  if (expected)
    message += std::string(", expected ") + expected;
  return fail(token, message);
}

ArrayRef<Annotation> TokenCursor::annotations(uint32_t token) const {
  auto compare = [](const Annotation &a, uint32_t token) {
    return a.beforeToken < token;
  };
  auto first = std::lower_bound(text.annotations.begin(),
                                text.annotations.end(), token, compare);
  auto last =
      std::lower_bound(first, text.annotations.end(), token + 1, compare);
  return ArrayRef(text.annotations)
      .slice(first - text.annotations.begin(), last - first);
}

ArrayRef<Annotation> TokenCursor::takeAnnotations() {
  if (!peek().annotated)
    return {};
  taken = pos;
  return annotations(pos);
}

void TokenCursor::takeName() {
  if (!peek().annotated)
    return;
  auto isName = [](const Annotation &annotation) {
    return annotation.kind == Annotation::Kind::Name;
  };
  // Others belong to what follows.
  if (all_of(annotations(pos), isName))
    allowAnnotations();
}

void TokenCursor::misplaced(const Annotation &annotation) {
  switch (annotation.kind) {
  case Annotation::Kind::Custom:
    errors.fail(annotation.offset, "misplaced @custom annotation");
    break;
  case Annotation::Kind::Name:
    errors.fail(annotation.offset, "misplaced @name annotation");
    break;
  case Annotation::Kind::BranchHint:
    errors.fail(annotation.offset,
                Twine("@metadata.code.branch_hint annotation: ") +
                    (inFunction ? "invalid target" : "not in a function"));
    break;
  }
}
