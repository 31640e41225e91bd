// Tables, memories and segments (spec 6.6.3, 6.6.4, 6.6.9 and 6.6.10).

#include "ModuleParser.h"

using namespace llvm;
using namespace wasmc;

// The elements of a segment, as indices or as expressions.
struct ModuleParser::ElemList {
  ValType type = ValType::funcref();
  bool usesExprs = false;
  uint32_t count = 0;
  MarkedBytes items;
};

// "(offset expr)" or one folded instruction.
bool ModuleParser::parseOffset(MarkedBytes &offset) {
  if (!acceptOpen(Keyword::Offset))
    return parseFoldedExpression(offset);
  return parseExpression(offset) && expectClose();
}

// "(table x)" or "(memory x)"; WebAssembly 1.0 wrote a number alone. If there
// is none, `index` stays.
bool ModuleParser::parseUse(Keyword word, SpaceKind kind, uint32_t &index) {
  if (at(TokenKind::Nat))
    return parseU32(index);
  return !acceptOpen(word) || (parseIndex(kind, index) && expectClose());
}

static MarkedBytes zeroOffset(bool is64) {
  MarkedBytes offset;
  offset.opcode(is64 ? Opcode::I64Const : Opcode::I32Const);
  offset.byte(0);
  offset.opcode(Opcode::End);
  return offset;
}

// Elements. ------------------------------------------------------------------

bool ModuleParser::parseElemExpressions(ElemList &list) {
  list.usesExprs = true;
  for (; !atClose(); ++list.count) {
    const bool isItem = acceptOpen(Keyword::Item);
    if (isItem ? !parseExpression(list.items) || !expectClose()
               : !parseFoldedExpression(list.items))
      return false;
  }
  return true;
}

// Written as expressions if the list's type has no shorter form.
bool ModuleParser::parseElemIndices(ElemList &list) {
  list.usesExprs = list.type != ValType::funcref();
  for (; !atClose(); ++list.count) {
    uint32_t index;
    if (list.usesExprs)
      list.items.opcode(Opcode::RefFunc);
    if (!parseIndex(SpaceKind::Func, index))
      return false;
    list.items.u32(index);
    if (list.usesExprs)
      list.items.opcode(Opcode::End);
  }
  return true;
}

void ModuleParser::writeElem(uint32_t source, ElemSegment::Mode mode,
                             uint32_t table, const MarkedBytes &offset,
                             const ElemList &list) {
  enum : uint8_t { NotActive = 1, HasTable = 2, Declarative = 2, Exprs = 4 };
  constexpr uint8_t funcKind = 0;
  const bool isActive = mode == ElemSegment::Mode::Active;
  const bool hasTable =
      isActive && (table != 0 || list.type != ValType::funcref());
  SectionBytes &section = encoder.section(SectionId::Elem);
  section.item(source);
  section.byte((isActive ? 0 : NotActive) | (hasTable ? HasTable : 0) |
               (mode == ElemSegment::Mode::Declarative ? Declarative : 0) |
               (list.usesExprs ? Exprs : 0));
  if (hasTable)
    section.u32(table);
  section.append(offset);
  if (!isActive || hasTable) {
    if (list.usesExprs)
      section.valType(list.type);
    else
      section.byte(funcKind);
  }
  section.u32(list.count);
  section.append(list.items);
}

bool ModuleParser::parseElem() {
  const Token &start = peek();
  beginField(SpaceKind::Elem);
  auto mode = ElemSegment::Mode::Passive;
  uint32_t table = 0;
  MarkedBytes offset;
  bool mayOmitKind = false;
  if (accept(Keyword::Declare)) {
    mode = ElemSegment::Mode::Declarative;
  } else if (at(TokenKind::Nat) || (atOpen() && !atRefType())) {
    mode = ElemSegment::Mode::Active;
    mayOmitKind = !atOpen(Keyword::Table);
    if (!parseUse(Keyword::Table, SpaceKind::Table, table) ||
        !parseOffset(offset))
      return false;
  }
  ElemList list;
  if (atRefType()) {
    if (!parseRefType(list.type) || !parseElemExpressions(list))
      return false;
  } else {
    if (!accept(Keyword::Func) && !mayOmitKind)
      return unexpected("an element type");
    if (!parseElemIndices(list))
      return false;
  }
  writeElem(start.offset, mode, table, offset, list);
  return expectClose();
}

// Tables. --------------------------------------------------------------------

// "reftype (elem ...)": as many elements as the table has.
bool ModuleParser::parseInlineElems(TableType &type, uint32_t table) {
  ElemList list;
  if (!parseRefType(list.type))
    return false;
  type.element = list.type;
  const Token &start = peek();
  if (!acceptOpen(Keyword::Elem))
    return unexpected("'(elem'");
  if (!(atOpen() ? parseElemExpressions(list) : parseElemIndices(list)))
    return false;
  type.limits.min = type.limits.max = list.count;
  writeElem(start.offset, ElemSegment::Mode::Active, table,
            zeroOffset(type.is64), list);
  return expectClose();
}

bool ModuleParser::parseTable() {
  constexpr uint8_t hasInit = 0x40, reserved = 0;
  const Token &start = peek();
  const uint32_t index = beginField(SpaceKind::Table);
  bool isImport;
  TableType type;
  if (!parseInline(ExternKind::Table, index, start.offset, isImport))
    return false;
  if (isImport) {
    if (!parseTableType(type))
      return false;
    encoder.section(SectionId::Import).tableType(type);
    return expectClose();
  }
  SectionBytes &section = encoder.section(SectionId::Table);
  section.item(start.offset);
  type.is64 = parseIs64();
  if (atRefType()) {
    if (!parseInlineElems(type, index))
      return false;
    section.tableType(type);
    return expectClose();
  }
  if (!parseLimits(type.limits) || !parseRefType(type.element))
    return false;
  if (atClose()) {
    section.tableType(type);
    return expectClose();
  }
  section.byte(hasInit);
  section.byte(reserved);
  section.tableType(type);
  return parseExpression(section) && expectClose();
}

// Data and memories. ---------------------------------------------------------

bool ModuleParser::parseStrings(std::string &bytes) {
  while (!atClose()) {
    std::string piece;
    if (!expectString(piece))
      return false;
    bytes += piece;
  }
  return true;
}

void ModuleParser::writeActiveData(uint32_t source, uint32_t memory,
                                   const MarkedBytes &offset, StringRef bytes) {
  enum : uint8_t { Active = 0, ActiveWithMemory = 2 };
  SectionBytes &section = encoder.section(SectionId::Data);
  section.item(source);
  section.byte(memory ? ActiveWithMemory : Active);
  if (memory)
    section.u32(memory);
  section.append(offset);
  section.name(bytes);
}

bool ModuleParser::parseData() {
  constexpr uint8_t passive = 1;
  const Token &start = peek();
  beginField(SpaceKind::Data);
  uint32_t memory = 0;
  MarkedBytes offset;
  const bool isActive = atOpen() || at(TokenKind::Nat);
  if (isActive && !(parseUse(Keyword::Memory, SpaceKind::Memory, memory) &&
                    parseOffset(offset)))
    return false;
  std::string bytes;
  if (!parseStrings(bytes))
    return false;
  if (isActive) {
    writeActiveData(start.offset, memory, offset, bytes);
  } else {
    SectionBytes &section = encoder.section(SectionId::Data);
    section.item(start.offset);
    section.byte(passive);
    section.name(bytes);
  }
  return expectClose();
}

// "(data ...)" in a memory, which is as large as it needs to be.
bool ModuleParser::parseInlineData(MemoryType &type, uint32_t memory) {
  const Token &start = peek();
  if (!acceptOpen(Keyword::Data))
    return unexpected("'(data'");
  std::string bytes;
  if (!parseStrings(bytes))
    return false;
  const uint64_t pageSize = uint64_t(1) << type.pageSizeLog2;
  type.limits.min = type.limits.max = (bytes.size() + pageSize - 1) / pageSize;
  writeActiveData(start.offset, memory, zeroOffset(type.is64), bytes);
  return expectClose();
}

bool ModuleParser::parseMemory() {
  const Token &start = peek();
  const uint32_t index = beginField(SpaceKind::Memory);
  bool isImport;
  MemoryType type;
  if (!parseInline(ExternKind::Memory, index, start.offset, isImport))
    return false;
  SectionBytes &section =
      encoder.section(isImport ? SectionId::Import : SectionId::Memory);
  if (!isImport)
    section.item(start.offset);
  const uint32_t typeStart = position();
  type.is64 = parseIs64();
  if (!isImport && (atOpen(Keyword::Pagesize) || atOpen(Keyword::Data))) {
    if (!parsePageSize(type) || !parseInlineData(type, index))
      return false;
  } else {
    moveTo(typeStart);
    if (!parseMemoryType(type))
      return false;
  }
  section.memoryType(type);
  return expectClose();
}
