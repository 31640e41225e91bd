// Turns the bytes of code into calls: `visitor.<Name>(<Immediate>Imm)` for each
// instruction, expanded from Opcodes.def. This is the only opcode switch.
//
// A visitor has, for every row of a supported feature, a method
//     bool Name(ImmediateImm);     // false: stop, the ErrorSlot says why
// and
//     void atOffset(uint64_t);     // before each instruction: its module
//     offset bool locals(uint32_t count, ValType);       // if it reads
//     functions
// Bytes are only decoded here; FunctionValidator.h has the rules.

#ifndef WASMC_FRONTEND_FUNCTIONREADER_H
#define WASMC_FRONTEND_FUNCTIONREADER_H

#include "Decoder.h"
#include "Immediates.h"
#include "Module.h"
#include "Opcode.h"
#include "llvm/Support/Compiler.h"
#include <map>

namespace wasmc {

// What does not depend on the visitor.
class CodeReaderBase {
public:
  // After an error: ", at i32.add", or nothing before the first instruction.
  std::string errorPlace() const;
  // From now on, types of blocks that do not exist are read like those without
  // values: whether they exist is a question of validation.
  void ignoreUnknownTypes() { checksTypes = false; }

protected:
  CodeReaderBase(const Module &module, Decoder &in, ErrorSlot &errors)
      : module(module), in(in), errors(errors) {}

  // Leaves the key of the next instruction in `opcode`, whether or not there
  // is such an instruction.
  bool readOpcode() {
    opcodeOffset = in.offset();
    uint8_t byte;
    if (!in.readByte(byte))
      return false;
    opcode = Opcode(byte);
    return byte < 0xFB || byte == 0xFF || readPrefixed(byte);
  }
  bool readPrefixed(uint8_t prefix);
  // One for each immediate of a supported feature; the template, which has no
  // definition, stands in for those of the others.
  template <class Imm> bool readImmediate(Imm &imm);
  bool readImmediate(NoneImm &imm);
  bool readImmediate(ZeroByteImm &imm);
  bool readImmediate(BlockImm &imm);
  bool readImmediate(LabelImm &imm);
  bool readImmediate(LabelTableImm &imm);
  bool readImmediate(FuncImm &imm);
  bool readImmediate(TypeImm &imm);
  bool readImmediate(CallIndirectImm &imm);
  bool readImmediate(SelectImm &imm);
  bool readImmediate(LocalImm &imm);
  bool readImmediate(GlobalImm &imm);
  bool readImmediate(TableImm &imm);
  bool readImmediate(TagImm &imm);
  bool readImmediate(TryTableImm &imm);
  bool readImmediate(MemArgImm &imm);
  bool readImmediate(MemArgLaneImm &imm);
  bool readImmediate(MemoryImm &imm);
  bool readImmediate(MemoryMemoryImm &imm);
  bool readImmediate(DataMemoryImm &imm);
  bool readImmediate(DataImm &imm);
  bool readImmediate(ElemImm &imm);
  bool readImmediate(ElemTableImm &imm);
  bool readImmediate(TableTableImm &imm);
  bool readImmediate(I32Imm &imm);
  bool readImmediate(I64Imm &imm);
  bool readImmediate(F32Imm &imm);
  bool readImmediate(F64Imm &imm);
  bool readImmediate(V128Imm &imm);
  bool readImmediate(ShuffleImm &imm);
  bool readImmediate(LaneImm &imm);
  bool readImmediate(RefTypeImm &imm);
  bool readBlockType(BlockImm &imm);
  // A list of just this type, which lives as long as the reader.
  llvm::ArrayRef<ValType> singleResult(ValType type);
  bool readBytes(llvm::MutableArrayRef<uint8_t> bytes);
  // The locals of a body, group by group; see FunctionReader.
  bool readLocalGroup(uint64_t &total, uint32_t &count, ValType &type);
  bool illegalOpcode();
  // Too many for the format is another error than too many for us, which waits
  // until all are counted.
  bool hasRoomFor(uint64_t locals) const;
  bool require(Feature feature) {
    return feature == Feature::MVP ||
           in.require(feature, opcodeOffset, opcodeText(opcode));
  }

  const Module &module;
  Decoder &in;
  ErrorSlot &errors;
  Opcode opcode = Opcode::Unreachable;
  uint64_t opcodeOffset = UINT64_MAX; // none read yet
  bool checksTypes = true;
  llvm::SmallVector<uint32_t, 16> labels;
  std::map<std::pair<int32_t, bool>, ValType> blockResults; // references
  llvm::SmallVector<TryTableImm::Catch, 4> catches;
};

// Reads expressions: instructions up to the `end` that closes them.
template <class Visitor> class CodeReader : public CodeReaderBase {
public:
  CodeReader(const Module &module, Decoder &in, ErrorSlot &errors,
             Visitor &visitor)
      : CodeReaderBase(module, in, errors), visitor(visitor) {}

  bool readExpr();

  // A function body: locals, then an expression that fills the rest.
  // `numParams` counts towards the limit of locals.
  bool readBody(size_t numParams);

private:
  Visitor &visitor;
};

constexpr bool opensBlock(Opcode opcode) {
  return opcode == Opcode::Block || opcode == Opcode::Loop ||
         opcode == Opcode::If || opcode == Opcode::Try ||
         opcode == Opcode::TryTable;
}

constexpr bool closesBlock(Opcode opcode) {
  return opcode == Opcode::End || opcode == Opcode::Delegate;
}

// Ends one part of a block and begins the next.
constexpr bool dividesBlock(Opcode opcode) {
  return opcode == Opcode::Else || opcode == Opcode::Catch ||
         opcode == Opcode::CatchAll;
}

template <class Visitor> bool CodeReader<Visitor>::readExpr() {
  for (uint32_t depth = 1; depth != 0;) {
    if (LLVM_UNLIKELY(!readOpcode()))
      return false;
    visitor.atOffset(opcodeOffset);
    switch (opcode) {
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  case Opcode::Name:                                                           \
    if (!require(Feature::feature))                                            \
      return false;                                                            \
    if constexpr (FeatureSet::isSupported(Feature::feature)) {                 \
      Immediate##Imm imm;                                                      \
      if (!readImmediate(imm) || !visitor.Name(imm))                           \
        return false;                                                          \
      if constexpr (opensBlock(Opcode::Name))                                  \
        ++depth;                                                               \
      if constexpr (closesBlock(Opcode::Name))                                 \
        --depth;                                                               \
    }                                                                          \
    break;
#include "Opcodes.def"
    default:
      return illegalOpcode();
    }
  }
  return true;
}

template <class Visitor> bool CodeReader<Visitor>::readBody(size_t numParams) {
  uint32_t numGroups;
  if (!in.readU32(numGroups))
    return false;
  uint64_t total = numParams, excess = 0, excessOffset = 0;
  while (numGroups--) {
    const uint64_t start = in.offset();
    uint32_t count;
    ValType type;
    if (!readLocalGroup(total, count, type))
      return false;
    if (hasRoomFor(total)) {
      if (!visitor.locals(count, type))
        return false;
    } else if (!excess) {
      excess = total;
      excessOffset = start;
    }
  }
  return (!excess ||
          in.within(&ImplementationLimits::locals, excess, excessOffset)) &&
         readExpr() && in.checkEnd();
}

// A visitor that accepts everything: a base for those that look at few
// instructions, whose own methods hide these.
struct AcceptingVisitor {
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  bool Name(const Immediate##Imm &) { return true; }
#include "Opcodes.def"
  void atOffset(uint64_t) {}
  bool locals(uint32_t, ValType) { return true; }
};

} // namespace wasmc

#endif
