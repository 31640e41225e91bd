// Immediates, one function for each kind in Opcodes.def.

#include "CodeParser.h"
#include "Literals.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using namespace wasmc;

bool CodeParser::parseOperator(Opcode op, std::string &bytes) {
  Bytes immediate;
  bool parsed = false;
  if (op == Opcode::Select && atOpen(Keyword::Result))
    op = Opcode::SelectT;
  switch (op) {
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  case Opcode::Name:                                                           \
    parsed = parseImmediate(Immediate##Imm{}, op, immediate);                  \
    break;
#include "../Opcodes.def"
  }
  if (!parsed)
    return false;
  Bytes code;
  code.opcode(op);
  bytes += code.data;
  bytes += immediate.data;
  return true;
}

static unsigned naturalAlignLog2(Opcode op) {
  switch (op) {
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  case Opcode::Name:                                                           \
    return Signature::parse(#signature).alignLog2();
#include "../Opcodes.def"
  }
  return 0;
}

bool CodeParser::parseIndexTo(SpaceKind kind, Bytes &bytes, uint32_t *index) {
  uint32_t value;
  if (!parseIndex(kind, value))
    return false;
  bytes.u32(value);
  if (index)
    *index = value;
  return true;
}

// Control. -------------------------------------------------------------------

bool CodeParser::parseImmediate(NoneImm, Opcode &, Bytes &) { return true; }

bool CodeParser::parseImmediate(ZeroByteImm, Opcode &, Bytes &bytes) {
  bytes.byte(0);
  return true;
}

bool CodeParser::parseImmediate(BlockImm, Opcode &, Bytes &bytes) {
  return parseBlockType(bytes);
}

bool CodeParser::parseCatch(Bytes &bytes) {
  enum : uint8_t { Catch, CatchRef, CatchAll, CatchAllRef };
  const Token &word = peek(1);
  uint8_t kind;
  if (word.is(Opcode::Catch))
    kind = Catch;
  else if (word.is(Keyword::CatchRef))
    kind = CatchRef;
  else if (word.is(Opcode::CatchAll))
    kind = CatchAll;
  else
    kind = CatchAllRef;
  advance();
  advance();
  bytes.byte(kind);
  uint32_t depth;
  if (kind < CatchAll && !parseIndexTo(SpaceKind::Tag, bytes))
    return false;
  if (!parseLabel(depth))
    return false;
  bytes.u32(depth);
  return expectClose();
}

bool CodeParser::parseImmediate(TryTableImm, Opcode &, Bytes &bytes) {
  if (!parseBlockType(bytes))
    return false;
  Bytes catches;
  uint32_t count = 0;
  while (atOpen() &&
         (peek(1).is(Opcode::Catch) || peek(1).is(Keyword::CatchRef) ||
          peek(1).is(Opcode::CatchAll) || peek(1).is(Keyword::CatchAllRef))) {
    ++count;
    if (!parseCatch(catches))
      return false;
  }
  bytes.u32(count);
  bytes.raw(catches.data);
  return true;
}

bool CodeParser::parseImmediate(LabelImm, Opcode &, Bytes &bytes) {
  uint32_t depth;
  if (!parseLabel(depth))
    return false;
  bytes.u32(depth);
  return true;
}

bool CodeParser::parseImmediate(LabelTableImm, Opcode &, Bytes &bytes) {
  SmallVector<uint32_t, 8> depths;
  do {
    if (!parseLabel(depths.emplace_back()))
      return false;
  } while (atIndex());
  bytes.u64(depths.size() - 1); // the default is not counted
  for (uint32_t depth : depths)
    bytes.u32(depth);
  return true;
}

bool CodeParser::parseImmediate(FuncImm, Opcode &, Bytes &bytes) {
  return parseIndexTo(SpaceKind::Func, bytes);
}

bool CodeParser::parseImmediate(TypeImm, Opcode &, Bytes &bytes) {
  return parseIndexTo(SpaceKind::Type, bytes);
}

bool CodeParser::parseImmediate(TagImm, Opcode &, Bytes &bytes) {
  return parseIndexTo(SpaceKind::Tag, bytes);
}

bool CodeParser::parseImmediate(CallIndirectImm, Opcode &, Bytes &bytes) {
  uint32_t table, type;
  FuncType signature;
  if (!parseOptionalIndex(SpaceKind::Table, table) ||
      !parseTypeUse(type, signature, nullptr))
    return false;
  bytes.u32(type);
  bytes.u32(table);
  return true;
}

bool CodeParser::parseImmediate(SelectImm, Opcode &, Bytes &bytes) {
  SmallVector<ValType, 1> types;
  if (!parseTypeLists(Keyword::Result, types, nullptr))
    return false;
  bytes.u64(types.size());
  for (ValType type : types)
    bytes.valType(type);
  return true;
}

// Variables, tables, segments. -----------------------------------------------

bool CodeParser::parseImmediate(LocalImm, Opcode &, Bytes &bytes) {
  uint32_t index;
  if (!parseIndex(locals, "local", index))
    return false;
  bytes.u32(index);
  return true;
}

bool CodeParser::parseImmediate(GlobalImm, Opcode &, Bytes &bytes) {
  return parseIndexTo(SpaceKind::Global, bytes);
}

bool CodeParser::parseImmediate(TableImm, Opcode &, Bytes &bytes) {
  uint32_t index;
  if (!parseOptionalIndex(SpaceKind::Table, index))
    return false;
  bytes.u32(index);
  return true;
}

bool CodeParser::parseImmediate(MemoryImm, Opcode &, Bytes &bytes) {
  uint32_t index;
  if (!parseOptionalIndex(SpaceKind::Memory, index))
    return false;
  bytes.u32(index);
  return true;
}

// Two indices or none.
bool CodeParser::parsePair(SpaceKind kind, Bytes &bytes) {
  if (atIndex())
    return parseIndexTo(kind, bytes) && parseIndexTo(kind, bytes);
  bytes.u32(0);
  bytes.u32(0);
  return true;
}

bool CodeParser::parseImmediate(TableTableImm, Opcode &, Bytes &bytes) {
  return parsePair(SpaceKind::Table, bytes);
}

bool CodeParser::parseImmediate(MemoryMemoryImm, Opcode &, Bytes &bytes) {
  return parsePair(SpaceKind::Memory, bytes);
}

// "target? segment", which the binary format has the other way round.
bool CodeParser::parseSegmentPair(SpaceKind segment, SpaceKind target,
                                  Bytes &bytes) {
  const bool hasTarget =
      peek(1).kind == TokenKind::Nat || peek(1).kind == TokenKind::Id;
  Bytes targetBytes;
  if (!hasTarget)
    targetBytes.u32(0);
  else if (!parseIndexTo(target, targetBytes))
    return false;
  if (!parseIndexTo(segment, bytes))
    return false;
  bytes.raw(targetBytes.data);
  return true;
}

bool CodeParser::parseImmediate(DataMemoryImm, Opcode &, Bytes &bytes) {
  usesDataIndex = true;
  return parseSegmentPair(SpaceKind::Data, SpaceKind::Memory, bytes);
}

bool CodeParser::parseImmediate(ElemTableImm, Opcode &, Bytes &bytes) {
  return parseSegmentPair(SpaceKind::Elem, SpaceKind::Table, bytes);
}

bool CodeParser::parseImmediate(DataImm, Opcode &, Bytes &bytes) {
  usesDataIndex = true;
  return parseIndexTo(SpaceKind::Data, bytes);
}

bool CodeParser::parseImmediate(ElemImm, Opcode &, Bytes &bytes) {
  return parseIndexTo(SpaceKind::Elem, bytes);
}

// Memory accesses. -----------------------------------------------------------

bool CodeParser::parseMemArg(Opcode op, uint32_t memory, Bytes &bytes) {
  constexpr uint32_t hasMemory = 0x40;
  uint64_t offset = 0;
  unsigned alignLog2 = naturalAlignLog2(op);
  if (at(TokenKind::OffsetEq)) {
    const Token &token = peek();
    std::optional<uint64_t> value =
        parseNat(text.text(token).drop_front(strlen("offset=")), UINT64_MAX);
    if (!value)
      return fail(token, "i64 constant out of range");
    offset = *value;
    advance();
  }
  if (at(TokenKind::AlignEq)) {
    const Token &token = peek();
    std::optional<uint64_t> value =
        parseNat(text.text(token).drop_front(strlen("align=")), UINT64_MAX);
    if (!value)
      return fail(token, "i64 constant out of range");
    if (!isPowerOf2_64(*value))
      return fail(token, "alignment must be a power of two");
    alignLog2 = Log2_64(*value);
    advance();
  }
  bytes.u32(alignLog2 | (memory ? hasMemory : 0));
  if (memory)
    bytes.u32(memory);
  bytes.u64(offset);
  return true;
}

bool CodeParser::parseImmediate(MemArgImm, Opcode &op, Bytes &bytes) {
  uint32_t memory;
  return parseOptionalIndex(SpaceKind::Memory, memory) &&
         parseMemArg(op, memory, bytes);
}

// A number alone is the lane, not the memory.
bool CodeParser::parseImmediate(MemArgLaneImm, Opcode &op, Bytes &bytes) {
  const TokenKind next = peek(1).kind;
  uint32_t memory = 0;
  uint8_t lane;
  if (at(TokenKind::Id) ||
      (at(TokenKind::Nat) &&
       (next == TokenKind::Nat || next == TokenKind::OffsetEq ||
        next == TokenKind::AlignEq)))
    if (!parseIndex(SpaceKind::Memory, memory))
      return false;
  if (!parseMemArg(op, memory, bytes) || !parseLane(lane))
    return false;
  bytes.byte(lane);
  return true;
}

// Constants. -----------------------------------------------------------------

bool CodeParser::parseImmediate(I32Imm, Opcode &, Bytes &bytes) {
  uint64_t value;
  if (!expectInteger(32, value))
    return false;
  bytes.s64(int32_t(value));
  return true;
}

bool CodeParser::parseImmediate(I64Imm, Opcode &, Bytes &bytes) {
  uint64_t value;
  if (!expectInteger(64, value))
    return false;
  bytes.s64(int64_t(value));
  return true;
}

bool CodeParser::parseFloatTo(unsigned bits, Bytes &bytes) {
  uint64_t value;
  if (!expectFloat(bits, value))
    return false;
  bytes.fixed(value, bits / 8);
  return true;
}

bool CodeParser::parseImmediate(F32Imm, Opcode &, Bytes &bytes) {
  return parseFloatTo(32, bytes);
}

bool CodeParser::parseImmediate(F64Imm, Opcode &, Bytes &bytes) {
  return parseFloatTo(64, bytes);
}

bool CodeParser::parseImmediate(V128Imm, Opcode &, Bytes &bytes) {
  VectorShape shape;
  if (!expectShape(shape))
    return false;
  for (unsigned lane = 0; lane < shape.lanes(); ++lane) {
    uint64_t value;
    if (!(shape.isFloat ? expectFloat(shape.laneBits, value)
                        : expectInteger(shape.laneBits, value)))
      return false;
    bytes.fixed(value, shape.laneBits / 8);
  }
  return true;
}

bool CodeParser::parseImmediate(ShuffleImm, Opcode &, Bytes &bytes) {
  constexpr unsigned numLanes = 16;
  if (countNumbers() != numLanes)
    return fail(peek(), "invalid lane length");
  for (unsigned i = 0; i < numLanes; ++i) {
    if (!at(TokenKind::Nat))
      return fail(peek(), "i8 constant out of range");
    uint8_t lane;
    if (!parseLane(lane))
      return false;
    bytes.byte(lane);
  }
  return true;
}

bool CodeParser::parseImmediate(LaneImm, Opcode &, Bytes &bytes) {
  uint8_t lane;
  if (!parseLane(lane))
    return false;
  bytes.byte(lane);
  return true;
}

// References and aggregates. -------------------------------------------------

// ref.null has a heap type; ref.test and ref.cast have a reference type, of
// which the binary format puts the nullability into the opcode.
bool CodeParser::parseImmediate(RefTypeImm, Opcode &op, Bytes &bytes) {
  ValType type(/*nullable=*/true, 0);
  if (op == Opcode::RefNull ? !parseHeapType(type.heap) : !parseRefType(type))
    return false;
  if (op == Opcode::RefTest && type.nullable)
    op = Opcode::RefTestNull;
  else if (op == Opcode::RefCast && type.nullable)
    op = Opcode::RefCastNull;
  bytes.heapType(type.heap);
  return true;
}

bool CodeParser::parseImmediate(BrCastImm, Opcode &, Bytes &bytes) {
  uint32_t depth;
  ValType source, target;
  if (!parseLabel(depth) || !parseRefType(source) || !parseRefType(target))
    return false;
  bytes.byte(uint8_t(source.nullable | target.nullable << 1));
  bytes.u32(depth);
  bytes.heapType(source.heap);
  bytes.heapType(target.heap);
  return true;
}

bool CodeParser::parseImmediate(TypeFieldImm, Opcode &, Bytes &bytes) {
  static const StringMap<uint32_t> none;
  uint32_t type, field;
  if (!parseIndexTo(SpaceKind::Type, bytes, &type) ||
      !parseIndex(type < types.size() ? types[type].fields : none, "field",
                  field))
    return false;
  bytes.u32(field);
  return true;
}

bool CodeParser::parseImmediate(TypeTypeImm, Opcode &, Bytes &bytes) {
  return parseIndexTo(SpaceKind::Type, bytes) &&
         parseIndexTo(SpaceKind::Type, bytes);
}

bool CodeParser::parseImmediate(TypeCountImm, Opcode &, Bytes &bytes) {
  uint32_t count;
  if (!parseIndexTo(SpaceKind::Type, bytes) || !parseU32(count))
    return false;
  bytes.u32(count);
  return true;
}

bool CodeParser::parseImmediate(TypeDataImm, Opcode &, Bytes &bytes) {
  usesDataIndex = true;
  return parseIndexTo(SpaceKind::Type, bytes) &&
         parseIndexTo(SpaceKind::Data, bytes);
}

bool CodeParser::parseImmediate(TypeElemImm, Opcode &, Bytes &bytes) {
  return parseIndexTo(SpaceKind::Type, bytes) &&
         parseIndexTo(SpaceKind::Elem, bytes);
}
