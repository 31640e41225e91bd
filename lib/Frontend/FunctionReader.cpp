// Immediates (core spec 5.4) and the locals of a body (5.5.13).

#include "FunctionReader.h"

using namespace llvm;
using namespace wasmc;

std::string CodeReaderBase::errorPlace() const {
  StringRef text = opcodeText(opcode);
  if (opcodeOffset == UINT64_MAX || text.empty())
    return "";
  return (", at " + text).str();
}

bool CodeReaderBase::readPrefixed(uint8_t prefix) {
  uint32_t code;
  if (!in.readU32(code))
    return false;
  if (code > maxPrefixedCode) {
    opcode = Opcode(opcodeKey(prefix, maxPrefixedCode)); // no instruction
    return illegalOpcode();
  }
  opcode = Opcode(opcodeKey(prefix, code));
  return true;
}

bool CodeReaderBase::illegalOpcode() {
  return errors.malformed(opcodeOffset,
                          "illegal opcode " + opcodeBytes(opcode));
}

bool CodeReaderBase::hasRoomFor(uint64_t locals) const {
  return locals <= in.options.limits.locals;
}

bool CodeReaderBase::readLocalGroup(uint64_t &total, uint32_t &count,
                                    ValType &type) {
  const uint64_t start = in.offset();
  if (!in.readU32(count))
    return false;
  total += count;
  if (total > UINT32_MAX)
    return errors.malformed(start, "too many locals");
  return in.readValType(type);
}

ArrayRef<ValType> CodeReaderBase::singleResult(ValType type) {
  static constexpr ValType numeric[] = {ValType::Kind::I32, ValType::Kind::I64,
                                        ValType::Kind::F32, ValType::Kind::F64,
                                        ValType::Kind::V128};
  if (!type.isRef())
    return ArrayRef(numeric).slice(unsigned(type.kind), 1);
  // The nodes of a map stay where they are.
  return blockResults.try_emplace({type.heap, type.nullable}, type)
      .first->second;
}

bool CodeReaderBase::readBlockType(BlockImm &imm) {
  constexpr uint8_t empty = 0x40;
  const uint64_t start = in.offset();
  uint8_t byte;
  if (!in.peekByte(byte))
    return false;
  if (byte == empty)
    return in.readByte(byte);
  // A type index is a non-negative s33, so its first byte is continued or has
  // no sign bit; all value types have one.
  if (!(byte & 0x80) && (byte & 0x40)) {
    ValType type;
    if (!in.readValType(type))
      return false;
    imm.results = singleResult(type);
    return true;
  }
  int64_t index;
  if (!in.readS33(index))
    return false;
  if (index < 0)
    return errors.malformed(start, "malformed block type");
  if (!in.require(Feature::MultiValue, start, "block type by index"))
    return false;
  if (uint64_t(index) >= module.types.size())
    return !checksTypes ||
           errors.invalid(start, "unknown type " + Twine(index));
  const FuncType &type = module.types[index];
  imm.params = type.params;
  imm.results = type.results;
  return true;
}

bool CodeReaderBase::readImmediate(NoneImm &) { return true; }

bool CodeReaderBase::readImmediate(ZeroByteImm &) {
  const uint64_t start = in.offset();
  uint8_t byte;
  return in.readByte(byte) &&
         (byte == 0 || errors.malformed(start, "zero byte expected"));
}

bool CodeReaderBase::readImmediate(BlockImm &imm) { return readBlockType(imm); }

bool CodeReaderBase::readImmediate(LabelImm &imm) {
  return in.readU32(imm.depth);
}

bool CodeReaderBase::readImmediate(LabelTableImm &imm) {
  const uint64_t start = in.offset();
  uint32_t count;
  if (!in.readU32(count) ||
      !in.within(&ImplementationLimits::brTable, count, start))
    return false;
  labels.clear();
  for (; count; --count) {
    uint32_t depth;
    if (!in.readU32(depth))
      return false;
    labels.push_back(depth);
  }
  imm.depths = labels;
  return in.readU32(imm.defaultDepth);
}

bool CodeReaderBase::readImmediate(FuncImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(TypeImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(CallIndirectImm &imm) {
  if (!in.readU32(imm.type))
    return false;
  const uint64_t start = in.offset();
  return in.readU32(imm.table) &&
         (imm.table == 0 ||
          in.require(Feature::ReferenceTypes, start, "table other than 0"));
}

bool CodeReaderBase::readImmediate(SelectImm &imm) {
  const uint64_t start = in.offset();
  uint32_t count;
  if (!in.readU32(count))
    return false;
  if (count != 1)
    return errors.invalid(start, "invalid result arity");
  return in.readValType(imm.type);
}

bool CodeReaderBase::readImmediate(LocalImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(GlobalImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(TableImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(TagImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(TryTableImm &imm) {
  using Catch = TryTableImm::Catch;
  uint32_t count;
  if (!readBlockType(imm.block) || !in.readU32(count))
    return false;
  catches.clear();
  for (; count; --count) {
    const uint64_t start = in.offset();
    uint8_t kind;
    Catch clause = {};
    if (!in.readByte(kind))
      return false;
    if (kind > uint8_t(Catch::Kind::CatchAllRef))
      return errors.malformed(start, "malformed catch clause");
    clause.kind = Catch::Kind(kind);
    if ((clause.hasTag() && !in.readU32(clause.tag)) ||
        !in.readU32(clause.depth))
      return false;
    catches.push_back(clause);
  }
  imm.catches = catches;
  return true;
}

// Bit 6 of the flags says that a memory index follows; the bits below are the
// alignment, those above are reserved.
bool CodeReaderBase::readImmediate(MemArgImm &imm) {
  constexpr uint32_t hasMemory = 0x40;
  const uint64_t start = in.offset();
  uint32_t flags;
  if (!in.readU32(flags))
    return false;
  if (flags >= 2 * hasMemory)
    return errors.malformed(start, "malformed memop flags");
  imm.memory = 0;
  if ((flags & hasMemory) &&
      !(in.require(Feature::MultiMemory, start, opcodeText(opcode)) &&
        in.readU32(imm.memory)))
    return false;
  imm.alignLog2 = flags & (hasMemory - 1);
  return in.readU64(imm.offset);
}

bool CodeReaderBase::readImmediate(MemArgLaneImm &imm) {
  return readImmediate(imm.mem) && in.readByte(imm.lane);
}

bool CodeReaderBase::readImmediate(MemoryImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(MemoryMemoryImm &imm) {
  return in.readU32(imm.dst) && in.readU32(imm.src);
}

bool CodeReaderBase::readImmediate(DataMemoryImm &imm) {
  return in.readU32(imm.data) && in.readU32(imm.memory);
}

bool CodeReaderBase::readImmediate(DataImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(ElemImm &imm) {
  return in.readU32(imm.index);
}

bool CodeReaderBase::readImmediate(ElemTableImm &imm) {
  return in.readU32(imm.elem) && in.readU32(imm.table);
}

bool CodeReaderBase::readImmediate(TableTableImm &imm) {
  return in.readU32(imm.dst) && in.readU32(imm.src);
}

bool CodeReaderBase::readImmediate(I32Imm &imm) {
  int32_t value;
  if (!in.readS32(value))
    return false;
  imm.value = uint32_t(value);
  return true;
}

bool CodeReaderBase::readImmediate(I64Imm &imm) {
  int64_t value;
  if (!in.readS64(value))
    return false;
  imm.value = uint64_t(value);
  return true;
}

bool CodeReaderBase::readImmediate(F32Imm &imm) {
  return in.readFixed32(imm.bits);
}

bool CodeReaderBase::readImmediate(F64Imm &imm) {
  return in.readFixed64(imm.bits);
}

bool CodeReaderBase::readBytes(MutableArrayRef<uint8_t> bytes) {
  for (uint8_t &byte : bytes)
    if (!in.readByte(byte))
      return false;
  return true;
}

bool CodeReaderBase::readImmediate(V128Imm &imm) {
  return readBytes(imm.bytes);
}

bool CodeReaderBase::readImmediate(ShuffleImm &imm) {
  return readBytes(imm.lanes);
}

bool CodeReaderBase::readImmediate(LaneImm &imm) {
  return in.readByte(imm.lane);
}

bool CodeReaderBase::readImmediate(RefTypeImm &imm) {
  return in.readHeapType(imm.type);
}
