// The first pass: which index every field gets. It looks at identifiers and
// parentheses only; what is wrong otherwise is found later.

#include "Literals.h"
#include "ModuleParser.h"

using namespace llvm;
using namespace wasmc;

// Adds an item whose identifier, if any, is the token so many ahead.
bool ModuleParser::declare(SpaceKind kind, unsigned idAhead, bool isImport) {
  const bool isExtern = kind != SpaceKind::Type && kind <= SpaceKind::Tag;
  if (isImport && lastDefinition)
    return fail(peek(), Twine("import after ") + lastDefinition);
  if (isExtern && !isImport)
    lastDefinition = unknownNoun(kind);
  const uint32_t index = space(kind).count++;
  unsigned afterId = idAhead;
  if (peek(idAhead).kind == TokenKind::Id) {
    ++afterId;
    const Token &id = peek(idAhead);
    if (!define(space(kind).ids, duplicateNoun(kind), id, index))
      return false;
    space(kind).names[index] = idName(id);
  }
  if (!peek(afterId).annotated)
    return true;
  for (const Annotation &annotation : annotations(position() + afterId))
    if (annotation.kind == Annotation::Kind::Name &&
        !annotatedName(annotation, space(kind).names[index]))
      return false;
  return true;
}

// Whether "(import" follows the inline exports of the field that is next.
bool ModuleParser::hasInlineImport() const {
  unsigned ahead = 2 + (peek(2).kind == TokenKind::Id);
  while (peek(ahead).kind == TokenKind::LParen &&
         peek(ahead + 1).is(Keyword::Export))
    ahead += 4; // ( export "name" )
  return peek(ahead).kind == TokenKind::LParen &&
         peek(ahead + 1).is(Keyword::Import);
}

bool ModuleParser::declareRecursive() {
  const uint32_t start = position();
  unsigned depth = 0;
  do {
    if (at(TokenKind::End))
      return unexpected("')'");
    if (depth == 1 && atOpen(Keyword::Type) &&
        !declare(SpaceKind::Type, 2, /*isImport=*/false))
      return false;
    depth += atOpen();
    depth -= atClose();
    moveTo(position() + 1);
  } while (depth);
  moveTo(start);
  return true;
}

bool ModuleParser::declareField() {
  const Token &word = peek(1);
  if (!atOpen())
    return unexpected("a module field");
  auto fieldOf = [&](SpaceKind kind) {
    return declare(kind, 2, hasInlineImport());
  };
  switch (word.kind == TokenKind::Keyword ? Keyword(word.code)
                                          : Keyword::Module) {
  case Keyword::Type:
    return declare(SpaceKind::Type, 2, /*isImport=*/false);
  case Keyword::Rec:
    return declareRecursive();
  case Keyword::Func:
    return fieldOf(SpaceKind::Func);
  case Keyword::Table:
    return fieldOf(SpaceKind::Table);
  case Keyword::Memory:
    return fieldOf(SpaceKind::Memory);
  case Keyword::Global:
    return fieldOf(SpaceKind::Global);
  case Keyword::Tag:
    return fieldOf(SpaceKind::Tag);
  case Keyword::Elem:
    return declare(SpaceKind::Elem, 2, /*isImport=*/false);
  case Keyword::Data:
    return declare(SpaceKind::Data, 2, /*isImport=*/false);
  case Keyword::Export:
  case Keyword::Start:
    return true;
  case Keyword::Import: // ( import "module" "name" ( kind id?
    if (peek(5).is(Keyword::Func))
      return declare(SpaceKind::Func, 6, /*isImport=*/true);
    if (peek(5).is(Keyword::Table))
      return declare(SpaceKind::Table, 6, /*isImport=*/true);
    if (peek(5).is(Keyword::Memory))
      return declare(SpaceKind::Memory, 6, /*isImport=*/true);
    if (peek(5).is(Keyword::Global))
      return declare(SpaceKind::Global, 6, /*isImport=*/true);
    if (peek(5).is(Keyword::Tag))
      return declare(SpaceKind::Tag, 6, /*isImport=*/true);
    return true;
  default:
    moveTo(position() + 1);
    return unexpected("a module field");
  }
}

// Counts the segments in a table or memory on the way.
bool ModuleParser::skipField() {
  const bool isTable = atOpen(Keyword::Table);
  const bool isMemory = atOpen(Keyword::Memory);
  unsigned depth = 0;
  do {
    if (at(TokenKind::End))
      return unexpected("')'");
    if (depth == 1 && isTable && atOpen(Keyword::Elem))
      ++space(SpaceKind::Elem).count;
    if (depth == 1 && isMemory && atOpen(Keyword::Data))
      ++space(SpaceKind::Data).count;
    depth += atOpen();
    depth -= atClose();
    moveTo(position() + 1);
  } while (depth);
  return true;
}

bool ModuleParser::declareFields(std::vector<uint32_t> &fields) {
  while (!atClose() && !at(TokenKind::End)) {
    fields.push_back(position());
    if (!declareField() || !skipField())
      return false;
  }
  return true;
}
