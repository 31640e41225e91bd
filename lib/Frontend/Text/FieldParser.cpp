// Imports, exports, functions, globals and tags (spec 6.6.2 to 6.6.7).

#include "ModuleParser.h"

using namespace llvm;
using namespace wasmc;

// Consumes "( keyword id?" and returns the index that the first pass gave it.
uint32_t ModuleParser::beginField(SpaceKind kind) {
  advance();
  advance();
  accept(TokenKind::Id);
  takeName();
  return next[unsigned(kind)]++;
}

// "(export name)*" and "(import module name)?"; of the import, what comes
// before the type is written.
bool ModuleParser::parseInline(ExternKind kind, uint32_t index, uint32_t source,
                               bool &isImport) {
  std::string name;
  while (acceptOpen(Keyword::Export)) {
    if (!expectName(name) || !expectClose())
      return false;
    SectionBytes &section = encoder.section(SectionId::Export);
    section.item(source);
    section.name(name);
    section.byte(uint8_t(kind));
    section.u32(index);
  }
  isImport = acceptOpen(Keyword::Import);
  if (!isImport)
    return true;
  std::string module;
  if (!expectName(module) || !expectName(name) || !expectClose())
    return false;
  SectionBytes &section = encoder.section(SectionId::Import);
  section.item(source);
  section.name(module);
  section.name(name);
  section.byte(uint8_t(kind));
  return true;
}

bool ModuleParser::parseTagType(Bytes &bytes) {
  constexpr uint8_t exceptionAttribute = 0;
  uint32_t type;
  FuncType signature;
  NameList names;
  if (!parseTypeUse(type, signature, &names))
    return false;
  bytes.byte(exceptionAttribute);
  bytes.u32(type);
  return true;
}

// "(kind id? type)" of an import.
bool ModuleParser::parseImportDescription() {
  SectionBytes &section = encoder.section(SectionId::Import);
  const Token &word = peek(1);
  if (!atOpen())
    return unexpected("'('");
  if (word.is(Keyword::Func)) {
    uint32_t type;
    FuncType signature;
    NameList names;
    beginField(SpaceKind::Func);
    if (!parseTypeUse(type, signature, &names))
      return false;
    section.byte(uint8_t(ExternKind::Func));
    section.u32(type);
  } else if (word.is(Keyword::Table)) {
    TableType type;
    beginField(SpaceKind::Table);
    if (!parseTableType(type))
      return false;
    section.byte(uint8_t(ExternKind::Table));
    section.tableType(type);
  } else if (word.is(Keyword::Memory)) {
    MemoryType type;
    beginField(SpaceKind::Memory);
    if (!parseMemoryType(type))
      return false;
    section.byte(uint8_t(ExternKind::Memory));
    section.memoryType(type);
  } else if (word.is(Keyword::Global)) {
    GlobalType type;
    beginField(SpaceKind::Global);
    if (!parseGlobalType(type))
      return false;
    section.byte(uint8_t(ExternKind::Global));
    section.globalType(type);
  } else if (word.is(Keyword::Tag)) {
    beginField(SpaceKind::Tag);
    section.byte(uint8_t(ExternKind::Tag));
    if (!parseTagType(section))
      return false;
  } else {
    advance();
    return unexpected("an import's kind");
  }
  return expectClose();
}

bool ModuleParser::parseImport() {
  const Token &start = peek();
  std::string module, name;
  acceptOpen(Keyword::Import);
  if (!expectName(module) || !expectName(name))
    return false;
  SectionBytes &section = encoder.section(SectionId::Import);
  section.item(start.offset);
  section.name(module);
  section.name(name);
  return parseImportDescription() && expectClose();
}

bool ModuleParser::parseExport() {
  static constexpr struct {
    Keyword word;
    SpaceKind space;
    ExternKind kind;
  } kinds[] = {{Keyword::Func, SpaceKind::Func, ExternKind::Func},
               {Keyword::Table, SpaceKind::Table, ExternKind::Table},
               {Keyword::Memory, SpaceKind::Memory, ExternKind::Memory},
               {Keyword::Global, SpaceKind::Global, ExternKind::Global},
               {Keyword::Tag, SpaceKind::Tag, ExternKind::Tag}};
  const Token &start = peek();
  std::string name;
  acceptOpen(Keyword::Export);
  if (!expectName(name) || !expectOpen())
    return false;
  for (const auto &kind : kinds) {
    if (!accept(kind.word))
      continue;
    uint32_t index;
    if (!parseIndex(kind.space, index))
      return false;
    SectionBytes &section = encoder.section(SectionId::Export);
    section.item(start.offset);
    section.name(name);
    section.byte(uint8_t(kind.kind));
    section.u32(index);
    return expectClose() && expectClose();
  }
  return unexpected("an export's kind");
}

bool ModuleParser::parseStart() {
  const Token &start = peek();
  acceptOpen(Keyword::Start);
  SectionBytes &section = encoder.section(SectionId::Start);
  if (section.count)
    return fail(start, "multiple start sections");
  section.item(start.offset);
  uint32_t index;
  if (!parseIndex(SpaceKind::Func, index))
    return false;
  section.u32(index);
  return expectClose();
}

// Functions. -----------------------------------------------------------------

static void writeLocals(Bytes &bytes, ArrayRef<ValType> types) {
  Bytes groups;
  uint32_t numGroups = 0;
  while (!types.empty()) {
    const size_t count =
        types.take_while([&](ValType t) { return t == types.front(); }).size();
    ++numGroups;
    groups.u64(count);
    groups.valType(types.front());
    types = types.drop_front(count);
  }
  bytes.u32(numGroups);
  bytes.raw(groups.data);
}

bool ModuleParser::parseBody(uint32_t index, const FuncType &type,
                             NameList &names, uint32_t source) {
  SmallVector<ValType, 8> localTypes;
  if (!parseTypeLists(Keyword::Local, localTypes, &names,
                      uint32_t(type.params.size())))
    return false;
  for (const auto &[local, id] : names)
    if (!define(locals, "local", *id, local))
      return false;
  MarkedBytes body;
  writeLocals(body, localTypes);
  if (!parseExpression(body))
    return false;
  SectionBytes &code = encoder.section(SectionId::Code);
  code.item(source);
  code.u64(body.size());
  code.append(body);
  addHints(index);
  if (names.empty())
    return true;
  ++numLocalMaps;
  localNames.u32(index);
  localNames.u64(names.size());
  for (const auto &[local, id] : names) {
    localNames.u32(local);
    localNames.name(idName(*id));
  }
  return true;
}

bool ModuleParser::parseFunc() {
  inFunction = true;
  const bool parsed = parseFuncField();
  inFunction = false;
  locals = StringMap<uint32_t>();
  return parsed;
}

bool ModuleParser::parseFuncField() {
  const Token &start = peek();
  const uint32_t index = beginField(SpaceKind::Func);
  bool isImport;
  uint32_t type;
  FuncType signature;
  NameList names;
  if (!parseInline(ExternKind::Func, index, start.offset, isImport) ||
      !parseTypeUse(type, signature, &names))
    return false;
  encoder.section(isImport ? SectionId::Import : SectionId::Function).u32(type);
  if (isImport)
    return expectClose();
  ++encoder.section(SectionId::Function).count;
  return parseBody(index, signature, names, start.offset) && expectClose();
}

// Globals and tags. ----------------------------------------------------------

bool ModuleParser::parseGlobal() {
  const Token &start = peek();
  const uint32_t index = beginField(SpaceKind::Global);
  bool isImport;
  GlobalType type;
  if (!parseInline(ExternKind::Global, index, start.offset, isImport) ||
      !parseGlobalType(type))
    return false;
  if (isImport) {
    encoder.section(SectionId::Import).globalType(type);
    return expectClose();
  }
  SectionBytes &section = encoder.section(SectionId::Global);
  section.item(start.offset);
  section.globalType(type);
  return parseExpression(section) && expectClose();
}

bool ModuleParser::parseTag() {
  const Token &start = peek();
  const uint32_t index = beginField(SpaceKind::Tag);
  bool isImport;
  if (!parseInline(ExternKind::Tag, index, start.offset, isImport))
    return false;
  SectionBytes &section =
      encoder.section(isImport ? SectionId::Import : SectionId::Tag);
  if (!isImport)
    section.item(start.offset);
  return parseTagType(section) && expectClose();
}
