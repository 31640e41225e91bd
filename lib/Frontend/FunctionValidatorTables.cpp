// The rules of memory, table and reference instructions and of lane indices
// (core spec 3.4.6 to 3.4.9).

#include "FunctionValidator.h"

using namespace llvm;
using namespace wasmc;

static constexpr ValType i32 = ValType::Kind::I32;

// The type of a size that both index types can hold.
static ValType smallerIndex(ValType first, ValType second) {
  return first == i32 ? first : second;
}

// Memory. --------------------------------------------------------------------

bool FunctionValidator::checkMemory(uint32_t index) {
  if (index >= module.memories.size())
    return unknown("memory", index);
  addressType = module.memories[index].type.indexType();
  return true;
}

bool FunctionValidator::checkImmediate(const MemArgImm &imm,
                                       Signature signature) {
  if (!checkMemory(imm.memory))
    return false;
  if (signature.isAligned() && imm.alignLog2 != signature.alignLog2())
    return errors.invalid(offset, "atomic alignment must be natural");
  if (imm.alignLog2 > signature.alignLog2())
    return errors.invalid(offset, "alignment must not be larger than natural");
  if (imm.offset > UINT32_MAX && !module.memories[imm.memory].type.is64)
    return errors.invalid(offset, "offset out of range");
  return true;
}

bool FunctionValidator::checkImmediate(const MemArgLaneImm &imm,
                                       Signature signature) {
  return checkImmediate(imm.mem, signature) &&
         checkLane(imm.lane, 16 >> signature.alignLog2());
}

// Bodies come before the data section, so that the data count section must say
// how many there are.
bool FunctionValidator::checkData(uint32_t index) {
  if (!module.hasDataCount)
    return errors.malformed(offset, "data count section required");
  return index < module.datas.size() || unknown("data segment", index);
}

bool FunctionValidator::MemoryInit(const DataMemoryImm &imm) {
  return checkMemory(imm.memory) && checkData(imm.data) && pop(i32) &&
         pop(i32) && pop(addressType);
}

bool FunctionValidator::DataDrop(const DataImm &imm) {
  return checkData(imm.index);
}

bool FunctionValidator::MemoryCopy(const MemoryMemoryImm &imm) {
  if (!checkMemory(imm.dst) || !checkMemory(imm.src))
    return false;
  ValType dst = module.memories[imm.dst].type.indexType();
  ValType src = module.memories[imm.src].type.indexType();
  return pop(smallerIndex(dst, src)) && pop(src) && pop(dst);
}

// Vectors. -------------------------------------------------------------------

bool FunctionValidator::checkLane(unsigned lane, unsigned count) {
  return lane < count ||
         errors.invalid(offset, "invalid lane index " + Twine(lane));
}

bool FunctionValidator::checkImmediate(const LaneImm &imm,
                                       Signature signature) {
  return checkLane(imm.lane, 1 << signature.lanesLog2());
}

bool FunctionValidator::checkImmediate(const ShuffleImm &imm, Signature) {
  return all_of(imm.lanes, [&](uint8_t lane) { return checkLane(lane, 32); });
}

// Tables. --------------------------------------------------------------------

const Table *FunctionValidator::table(uint32_t index) {
  if (index < module.tables.size())
    return &module.tables[index];
  unknown("table", index);
  return nullptr;
}

const ElemSegment *FunctionValidator::elem(uint32_t index) {
  if (index < module.elems.size())
    return &module.elems[index];
  unknown("elem segment", index);
  return nullptr;
}

bool FunctionValidator::TableGet(const TableImm &imm) {
  const Table *t = table(imm.index);
  if (!t || !pop(t->type.indexType()))
    return false;
  push(t->type.element);
  return true;
}

bool FunctionValidator::TableSet(const TableImm &imm) {
  const Table *t = table(imm.index);
  return t && pop(t->type.element) && pop(t->type.indexType());
}

bool FunctionValidator::TableSize(const TableImm &imm) {
  const Table *t = table(imm.index);
  if (!t)
    return false;
  push(t->type.indexType());
  return true;
}

bool FunctionValidator::TableGrow(const TableImm &imm) {
  const Table *t = table(imm.index);
  if (!t || !pop(t->type.indexType()) || !pop(t->type.element))
    return false;
  push(t->type.indexType());
  return true;
}

bool FunctionValidator::TableFill(const TableImm &imm) {
  const Table *t = table(imm.index);
  return t && pop(t->type.indexType()) && pop(t->type.element) &&
         pop(t->type.indexType());
}

bool FunctionValidator::TableCopy(const TableTableImm &imm) {
  const Table *dst = table(imm.dst);
  const Table *src = table(imm.src);
  if (!dst || !src)
    return false;
  if (!matches(src->type.element, dst->type.element))
    return mismatch("a table of " + toString(dst->type.element),
                    toString(src->type.element));
  return pop(smallerIndex(dst->type.indexType(), src->type.indexType())) &&
         pop(src->type.indexType()) && pop(dst->type.indexType());
}

bool FunctionValidator::TableInit(const ElemTableImm &imm) {
  const Table *t = table(imm.table);
  const ElemSegment *segment = elem(imm.elem);
  if (!t || !segment)
    return false;
  if (!matches(segment->type, t->type.element))
    return mismatch("a segment of " + toString(t->type.element),
                    toString(segment->type));
  return pop(i32) && pop(i32) && pop(t->type.indexType());
}

bool FunctionValidator::ElemDrop(const ElemImm &imm) { return elem(imm.index); }

// References. ----------------------------------------------------------------

bool FunctionValidator::RefNull(const RefTypeImm &imm) {
  push(imm.type);
  return true;
}

// Pops a reference of any type; Bottom becomes the reference of bottom.
bool FunctionValidator::popReference(ValType &type) {
  if (!popAny(type))
    return false;
  if (type.kind == ValType::Kind::Bottom)
    type = ValType(/*nullable=*/false, AbstractHeapType::Bottom);
  return type.isRef() || mismatch("a reference", toString(type));
}

bool FunctionValidator::RefIsNull(const NoneImm &) {
  ValType type;
  if (!popReference(type))
    return false;
  push(i32);
  return true;
}

bool FunctionValidator::RefFunc(const FuncImm &imm) {
  if (imm.index >= module.functions.size())
    return unknown("function", imm.index);
  if (!module.declaredFunctions[imm.index])
    return errors.invalid(offset,
                          "undeclared function reference " + Twine(imm.index));
  push(module.refTypeOf(imm.index));
  return true;
}

static ValType nonNull(ValType type) {
  return ValType(/*nullable=*/false, type.heap);
}

bool FunctionValidator::RefAsNonNull(const NoneImm &) {
  ValType type;
  if (!popReference(type))
    return false;
  push(nonNull(type));
  return true;
}

// Branches without the reference if it is null, else goes on with it.
bool FunctionValidator::BrOnNull(const LabelImm &imm) {
  ValType type;
  if (!popReference(type))
    return false;
  const Frame *target = label(imm.depth);
  if (!target || !popAndPush(target->labelTypes()))
    return false;
  push(nonNull(type));
  return true;
}

// Branches with the reference, the last of the label's types, unless it is
// null.
bool FunctionValidator::BrOnNonNull(const LabelImm &imm) {
  ValType type;
  if (!popReference(type))
    return false;
  const Frame *target = label(imm.depth);
  if (!target)
    return false;
  ArrayRef<ValType> types = target->labelTypes();
  if (types.empty())
    return mismatch("a label that takes a reference", "a label of no values");
  if (!matches(nonNull(type), types.back()))
    return operandMismatch(types.back(), nonNull(type));
  return popAndPush(types.drop_back());
}
