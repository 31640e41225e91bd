// One struct for each immediate kind of Opcodes.def: what a visitor method is
// handed. The reader fills them; nothing in them needs decoding again.

#ifndef WASMC_FRONTEND_IMMEDIATES_H
#define WASMC_FRONTEND_IMMEDIATES_H

#include "Types.h"
#include "llvm/ADT/ArrayRef.h"
#include <cstdint>

namespace wasmc {

struct NoneImm {};
struct ZeroByteImm {}; // atomic.fence: a reserved byte
struct BlockImm {      // block, loop, if: the block type, resolved
  llvm::ArrayRef<ValType> params, results;
};
struct LabelImm {
  uint32_t depth; // relative label index
};
struct LabelTableImm { // br_table; valid during the call only
  llvm::ArrayRef<uint32_t> depths;
  uint32_t defaultDepth;
};
struct FuncImm {
  uint32_t index;
};
struct TypeImm {
  uint32_t index;
};
struct CallIndirectImm {
  uint32_t type, table;
};
struct SelectImm {
  ValType type;
};
struct LocalImm {
  uint32_t index;
};
struct GlobalImm {
  uint32_t index;
};
struct TableImm {
  uint32_t index;
};
struct TagImm {
  uint32_t index;
};
struct MemArgImm {
  uint32_t alignLog2;
  uint32_t memory;
  uint64_t offset;
};
struct MemArgLaneImm {
  MemArgImm mem;
  uint8_t lane;
};
struct MemoryImm {
  uint32_t index;
};
struct MemoryMemoryImm { // memory.copy
  uint32_t dst, src;
};
struct DataMemoryImm { // memory.init
  uint32_t data, memory;
};
struct DataImm {
  uint32_t index;
};
struct ElemImm {
  uint32_t index;
};
struct ElemTableImm { // table.init
  uint32_t elem, table;
};
struct TableTableImm { // table.copy
  uint32_t dst, src;
};
struct I32Imm {
  uint32_t value;
};
struct I64Imm {
  uint64_t value;
};
struct F32Imm {
  uint32_t bits; // a float would lose a signalling NaN on the way
};
struct F64Imm {
  uint64_t bits;
};
struct V128Imm {
  uint8_t bytes[16];
};
struct ShuffleImm {
  uint8_t lanes[16];
};
struct LaneImm {
  uint8_t lane;
};
struct RefTypeImm { // ref.null: the resulting type
  ValType type;
};
struct TryTableImm { // `catches` is valid during the call only
  struct Catch {
    enum class Kind : uint8_t { Catch, CatchRef, CatchAll, CatchAllRef };
    Kind kind;
    uint32_t tag;
    uint32_t depth; // of a label outside of the block
    bool hasTag() const { return kind <= Kind::CatchRef; }
    bool hasRef() const {
      return kind == Kind::CatchRef || kind == Kind::CatchAllRef;
    }
  };
  BlockImm block;
  llvm::ArrayRef<Catch> catches;
};
struct BrCastImm {
  uint32_t depth;
  ValType source, target;
};
struct TypeFieldImm {
  uint32_t type, field;
};
struct TypeTypeImm {
  uint32_t dst, src;
};
struct TypeCountImm {
  uint32_t type, count;
};
struct TypeDataImm {
  uint32_t type, data;
};
struct TypeElemImm {
  uint32_t type, elem;
};

} // namespace wasmc

#endif
