// Runs of characters first, what they mean second: like the specification, any
// two tokens that are not separated are one, which is then reserved, that is
// an "unknown operator".

#include "Lexer.h"
#include "Literals.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using namespace wasmc;

namespace {

class Lexer {
public:
  Lexer(LexedText &result, TextErrors &errors)
      : result(result), source(result.source), errors(errors) {}

  bool run();

private:
  bool skipSpace();
  bool skipBlockComment();
  bool skipLineComment();
  bool scanRun(Token &token);
  bool lexToken(Token &token);
  bool lexAnnotation();
  bool lexAnnotationId(std::string &id);
  bool lexAnnotationContents(std::vector<Token> *contents, uint32_t start);
  bool classify(Token &token);
  bool classifyId(Token &token);
  bool checkComment(uint32_t start);
  bool illegalCharacter();

  bool atEnd() const { return pos == source.size(); }
  bool at(StringRef text) const { return source.substr(pos).starts_with(text); }
  bool fail(uint32_t offset, const Twine &message) {
    return errors.fail(offset, message);
  }

  LexedText &result;
  StringRef source;
  TextErrors &errors;
  uint32_t pos = 0;
  bool annotated = false;
};

} // namespace

static bool isIdChar(char c) {
  return isAlnum(c) || StringRef("!#$%&'*+-./:<=>?@\\^_`|~").contains(c);
}

// The table of words. --------------------------------------------------------

namespace {

struct WordMeaning {
  TokenKind kind;
  uint16_t code;
};

} // namespace

static const StringMap<WordMeaning> &words() {
  static const StringMap<WordMeaning> table = [] {
    StringMap<WordMeaning> words;
#define KEYWORD(Name, text)                                                    \
  words[text] = {TokenKind::Keyword, uint16_t(Keyword::Name)};
#include "Keywords.def"
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  words[text] = {TokenKind::Instr, uint16_t(Opcode::Name)};
#include "../Opcodes.def"
    return words;
  }();
  return table;
}

// Space. ---------------------------------------------------------------------

bool Lexer::illegalCharacter() {
  const uint8_t first = uint8_t(source[pos]);
  // A character that starts well has its length in its first byte.
  const unsigned length = first < 0x80   ? 1
                          : first < 0xE0 ? 2
                          : first < 0xF0 ? 3
                                         : 4;
  return fail(pos, isUTF8(source.substr(pos, length))
                       ? "illegal character"
                       : "malformed UTF-8 encoding");
}

bool Lexer::checkComment(uint32_t start) {
  return isUTF8(source.slice(start, pos)) ||
         fail(start, "malformed UTF-8 encoding");
}

bool Lexer::skipLineComment() {
  const uint32_t start = pos;
  pos = uint32_t(std::min(source.find_first_of("\r\n", pos), source.size()));
  return checkComment(start);
}

bool Lexer::skipBlockComment() {
  const uint32_t start = pos;
  unsigned depth = 0;
  do {
    pos = uint32_t(std::min(source.find_first_of("(;", pos), source.size()));
    if (atEnd())
      return fail(start, "unclosed comment");
    if (at("(;"))
      ++depth, pos += 2;
    else if (at(";)"))
      --depth, pos += 2;
    else
      ++pos;
  } while (depth);
  return checkComment(start);
}

bool Lexer::skipSpace() {
  while (!atEnd()) {
    if (StringRef(" \t\r\n").contains(source[pos]))
      ++pos;
    else if (at(";;")) {
      if (!skipLineComment())
        return false;
    } else if (at("(;")) {
      if (!skipBlockComment())
        return false;
    } else
      return true;
  }
  return true;
}

// Tokens. --------------------------------------------------------------------

// Everything up to the next space, parenthesis or comment. Sets the kind of a
// run that is one string; the others are Words.
bool Lexer::scanRun(Token &token) {
  token.offset = pos;
  token.kind = TokenKind::Word;
  while (!atEnd()) {
    const char c = source[pos];
    if (c == '"') {
      const char *why;
      const size_t length = scanString(source.substr(pos), why);
      if (length == 0) {
        const bool isId = source.slice(token.offset, pos) == "$" &&
                          why != StringRef("malformed UTF-8 encoding");
        return fail(pos, isId ? "empty identifier" : why);
      }
      const bool alone = pos == token.offset;
      pos += uint32_t(length);
      token.kind = alone ? TokenKind::String : TokenKind::Word;
    } else if (isIdChar(c) || StringRef(",[]{}").contains(c) ||
               (c == ';' && !at(";;"))) {
      token.kind = TokenKind::Word;
      ++pos;
    } else {
      break;
    }
  }
  token.length = pos - token.offset;
  return token.length || illegalCharacter();
}

bool Lexer::classifyId(Token &token) {
  StringRef name = result.text(token).drop_front();
  token.kind = TokenKind::Id;
  if (name.empty() || name == "\"\"")
    return fail(token.offset, "empty identifier");
  if (all_of(name, isIdChar))
    return true;
  const char *why;
  if (name.front() != '"' || scanString(name, why) != name.size())
    return fail(token.offset, "unknown operator " + result.text(token));
  return isUTF8(decodeString(name)) ||
         fail(token.offset, "malformed UTF-8 encoding");
}

bool Lexer::classify(Token &token) {
  if (token.kind == TokenKind::String)
    return true;
  StringRef text = result.text(token);
  if (text.front() == '$')
    return classifyId(token);
  auto word = words().find(text);
  if (word != words().end()) {
    token.kind = word->second.kind;
    token.code = word->second.code;
    return true;
  }
  StringRef number = text;
  if (number.consume_front("offset=") || number.consume_front("align=")) {
    token.kind = text.front() == 'o' ? TokenKind::OffsetEq : TokenKind::AlignEq;
    if (numberForm(number) == NumberForm::Nat)
      return true;
  }
  switch (numberForm(text)) {
  case NumberForm::Nat:
    token.kind = TokenKind::Nat;
    return true;
  case NumberForm::Int:
    token.kind = TokenKind::Int;
    return true;
  case NumberForm::Float:
    token.kind = TokenKind::Float;
    return true;
  case NumberForm::None:
    break;
  }
  constexpr size_t shown = 60;
  return fail(token.offset, "unknown operator " + text.take_front(shown));
}

// A parenthesis or a run of which the meaning is not known yet.
bool Lexer::lexToken(Token &token) {
  const char c = source[pos];
  if (c != '(' && c != ')')
    return scanRun(token);
  token.kind = c == '(' ? TokenKind::LParen : TokenKind::RParen;
  token.offset = pos++;
  token.length = 1;
  return true;
}

// Annotations. ---------------------------------------------------------------

bool Lexer::lexAnnotationId(std::string &id) {
  const uint32_t start = pos;
  if (!atEnd() && source[pos] == '"') {
    const char *why;
    const size_t length = scanString(source.substr(pos), why);
    if (length > 2)
      id = decodeString(source.substr(pos, length));
    pos += uint32_t(length);
    if (!isUTF8(id))
      return fail(start, "malformed UTF-8 encoding");
  } else {
    id = source.substr(pos).take_while(isIdChar).str();
    pos += uint32_t(id.size());
  }
  return !id.empty() || fail(start, "empty annotation id");
}

// Up to the closing parenthesis; the tokens go into `contents` if there is one.
bool Lexer::lexAnnotationContents(std::vector<Token> *contents,
                                  uint32_t start) {
  unsigned depth = 1;
  while (true) {
    Token token;
    if (!skipSpace())
      return false;
    if (atEnd())
      return fail(start, "unclosed annotation");
    if (!lexToken(token))
      return false;
    if (token.kind == TokenKind::LParen)
      ++depth;
    else if (token.kind == TokenKind::RParen && --depth == 0)
      return true;
    if (contents)
      contents->push_back(token);
  }
}

bool Lexer::lexAnnotation() {
  const uint32_t start = pos;
  pos += 2;
  std::string id;
  if (!lexAnnotationId(id))
    return false;
  auto kind =
      StringSwitch<std::optional<Annotation::Kind>>(id)
          .Case("custom", Annotation::Kind::Custom)
          .Case("name", Annotation::Kind::Name)
          .Case("metadata.code.branch_hint", Annotation::Kind::BranchHint)
          .Default(std::nullopt);
  if (!kind)
    return lexAnnotationContents(nullptr, start);
  annotated = true;
  Annotation &annotation = result.annotations.emplace_back(
      Annotation{*kind, start, uint32_t(result.tokens.size()), {}});
  return lexAnnotationContents(&annotation.contents, start);
}

bool Lexer::run() {
  while (true) {
    if (!skipSpace())
      return false;
    if (at("(@")) {
      if (!lexAnnotation())
        return false;
      continue;
    }
    Token token;
    if (atEnd()) {
      token.offset = pos;
      token.length = 0;
      token.kind = TokenKind::End;
    } else if (!lexToken(token) ||
               (token.kind == TokenKind::Word && !classify(token))) {
      return false;
    }
    token.annotated = annotated;
    annotated = false;
    result.tokens.push_back(token);
    if (token.kind == TokenKind::End)
      return true;
  }
}

bool wasmc::lexText(StringRef source, LexedText &result, TextErrors &errors) {
  result.source = source;
  result.lines = LineTable(source.take_front(UINT32_MAX));
  if (source.size() >= UINT32_MAX)
    return errors.fail(0, "the text is larger than 4 GiB");
  return Lexer(result, errors).run();
}
