// The passes over a module, and the annotations that are not in its fields.

#include "ModuleParser.h"
#include "Literals.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using namespace wasmc;

// Annotations. ---------------------------------------------------------------

bool ModuleParser::annotatedName(const Annotation &annotation,
                                 std::string &name) {
  if (annotation.contents.size() != 1 ||
      annotation.contents[0].kind != TokenKind::String)
    return errors.fail(annotation.offset, "@name annotation: unexpected token");
  name = stringValue(annotation.contents[0]);
  return isUTF8(name) ||
         errors.fail(annotation.offset,
                     "@name annotation: malformed UTF-8 encoding");
}

bool ModuleParser::setModuleName(const Annotation &annotation) {
  if (hasModuleNameAnnotation)
    return errors.fail(annotation.offset, "@name annotation: multiple module");
  hasModuleNameAnnotation = true;
  return annotatedName(annotation, moduleName.emplace());
}

// The section that a placement names: "type", "first" and so on.
static std::optional<unsigned> placeOf(StringRef word) {
  if (word == "first")
    return 0;
  if (word == "last")
    return lastSectionOrder;
  // The words of fields rather than those of sections.
  auto section = StringSwitch<std::optional<SectionId>>(word)
                     .Case("type", SectionId::Type)
                     .Case("import", SectionId::Import)
                     .Case("func", SectionId::Function)
                     .Case("table", SectionId::Table)
                     .Case("memory", SectionId::Memory)
                     .Case("tag", SectionId::Tag)
                     .Case("global", SectionId::Global)
                     .Case("export", SectionId::Export)
                     .Case("start", SectionId::Start)
                     .Case("elem", SectionId::Elem)
                     .Case("datacount", SectionId::DataCount)
                     .Case("code", SectionId::Code)
                     .Case("data", SectionId::Data)
                     .Default(std::nullopt);
  if (!section)
    return std::nullopt;
  return sectionOrder(*section);
}

// "name" "(before place)"? or "(after place)"? contents*
bool ModuleParser::addCustom(const Annotation &annotation) {
  ArrayRef<Token> tokens = annotation.contents;
  auto fail = [&](const char *message) {
    return errors.fail(annotation.offset,
                       Twine("@custom annotation: ") + message);
  };
  if (tokens.empty() || tokens[0].kind != TokenKind::String)
    return fail("missing section name");
  CustomBytes custom;
  custom.name = stringValue(tokens[0]);
  if (!isUTF8(custom.name))
    return fail("malformed UTF-8 encoding");
  tokens = tokens.drop_front();
  unsigned order = lastSectionOrder;
  bool after = true;
  if (!tokens.empty() && tokens[0].kind == TokenKind::LParen) {
    StringRef where = tokens.size() > 1 ? text.text(tokens[1]) : "";
    if (where != "before" && where != "after")
      return fail("malformed placement");
    std::optional<unsigned> place =
        tokens.size() > 2 ? placeOf(text.text(tokens[2])) : std::nullopt;
    if (!place)
      return fail("malformed section kind");
    if (tokens.size() < 4 || tokens[3].kind != TokenKind::RParen)
      return fail("malformed placement");
    order = *place;
    after = where == "after";
    tokens = tokens.drop_front(4);
  }
  for (const Token &token : tokens) {
    if (token.kind != TokenKind::String)
      return fail("unexpected token");
    custom.contents += stringValue(token);
  }
  encoder.custom(order, after, std::move(custom));
  return true;
}

// Those before a field or the end; the module's name only before the first.
bool ModuleParser::takeFieldAnnotations(bool first) {
  for (const Annotation &annotation : takeAnnotations()) {
    if (annotation.kind == Annotation::Kind::Custom) {
      if (!addCustom(annotation))
        return false;
    } else if (annotation.kind == Annotation::Kind::Name && first) {
      if (!setModuleName(annotation))
        return false;
    } else {
      misplaced(annotation);
      return false;
    }
  }
  return true;
}

void ModuleParser::addHints(uint32_t function) {
  if (hints.empty())
    return;
  ++numHintedFunctions;
  functionHints.u32(function);
  functionHints.u64(hints.size());
  for (const BranchHint &hint : hints) {
    functionHints.u32(hint.offset);
    functionHints.name(hint.bytes);
  }
  hints.clear();
}

// Fields. --------------------------------------------------------------------

bool ModuleParser::parseField() {
  switch (Keyword(peek(1).code)) {
  case Keyword::Type:
  case Keyword::Rec:
    return skipField(); // done by the second pass
  case Keyword::Import:
    return parseImport();
  case Keyword::Func:
    return parseFunc();
  case Keyword::Table:
    return parseTable();
  case Keyword::Memory:
    return parseMemory();
  case Keyword::Global:
    return parseGlobal();
  case Keyword::Tag:
    return parseTag();
  case Keyword::Elem:
    return parseElem();
  case Keyword::Data:
    return parseData();
  case Keyword::Export:
    return parseExport();
  default: // the first pass let nothing else through
    return parseStart();
  }
}

bool ModuleParser::parseFields(const Token *id) {
  if (id)
    moduleName = idName(*id);
  std::vector<uint32_t> fields;
  if (!declareFields(fields))
    return false;
  const uint32_t end = position();
  for (uint32_t field : fields) {
    moveTo(field);
    if (!atOpen(Keyword::Type) && !atOpen(Keyword::Rec))
      continue;
    allowAnnotations();
    if (!parseTypeField())
      return false;
  }
  fields.push_back(end);
  for (uint32_t field : fields) {
    moveTo(field);
    if (!takeFieldAnnotations(field == fields.front()) ||
        (field != end && !parseField()))
      return false;
  }
  return !errors.hasError();
}

bool ModuleParser::parseModule() {
  if (!atOpen(Keyword::Module))
    return parseFields(nullptr) && expect(TokenKind::End, "the end");
  acceptOpen(Keyword::Module);
  const Token *id = at(TokenKind::Id) ? &peek() : nullptr;
  if (id)
    advance();
  return parseFields(id) && expectClose() &&
         expect(TokenKind::End, "the end") && !errors.hasError();
}

MarkedBytes ModuleParser::finish() {
  if (usesDataIndex) {
    SectionBytes &section = encoder.section(SectionId::DataCount);
    section.count = 1;
    section.u32(space(SpaceKind::Data).count);
  }
  if (numHintedFunctions) {
    Bytes contents;
    contents.u32(numHintedFunctions);
    contents.raw(functionHints.data);
    encoder.custom(sectionOrder(SectionId::Code), /*after=*/false,
                   {"metadata.code.branch_hint", contents.data});
  }
  encoder.names = encodeNames(moduleName, spaces, localNames, numLocalMaps);
  return encoder.finish();
}
