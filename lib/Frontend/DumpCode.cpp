// The disassembler: a visitor of the decoder, expanded from Opcodes.def.

#include "DumpCode.h"
#include "FunctionReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace wasmc;

namespace {

class CodeDumper {
public:
  CodeDumper(raw_ostream &os, const Module &module) : os(os), module(module) {}

  bool locals(uint32_t count, ValType type) {
    os << "  locals: " << count << " x " << toString(type) << '\n';
    return true;
  }
  void atOffset(uint64_t moduleOffset) { offset = moduleOffset; }

  // What is not supported does not reach a visitor, and needs no print().
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  bool Name(const Immediate##Imm &imm) {                                       \
    if constexpr (FeatureSet::isSupported(Feature::feature)) {                 \
      startLine(Opcode::Name, text);                                           \
      print(imm);                                                              \
      os << '\n';                                                              \
    }                                                                          \
    return true;                                                               \
  }
#include "Opcodes.def"

private:
  void startLine(Opcode opcode, StringRef text);
  // One for each immediate of a supported feature; the template, which has no
  // definition, stands in for those of the others.
  template <class Imm> void print(const Imm &imm);
  void print(const NoneImm &imm);
  void print(const ZeroByteImm &imm);
  void print(const BlockImm &imm);
  void print(const LabelImm &imm);
  void print(const LabelTableImm &imm);
  void print(const FuncImm &imm);
  void print(const TypeImm &imm);
  void print(const CallIndirectImm &imm);
  void print(const SelectImm &imm);
  void print(const LocalImm &imm);
  void print(const GlobalImm &imm);
  void print(const TableImm &imm);
  void print(const TagImm &imm);
  void print(const TryTableImm &imm);
  void print(const MemArgImm &imm);
  void print(const MemArgLaneImm &imm);
  void print(const MemoryImm &imm);
  void print(const MemoryMemoryImm &imm);
  void print(const DataMemoryImm &imm);
  void print(const DataImm &imm);
  void print(const ElemImm &imm);
  void print(const ElemTableImm &imm);
  void print(const TableTableImm &imm);
  void print(const I32Imm &imm);
  void print(const I64Imm &imm);
  void print(const F32Imm &imm);
  void print(const F64Imm &imm);
  void print(const V128Imm &imm);
  void print(const ShuffleImm &imm);
  void print(const LaneImm &imm);
  void print(const RefTypeImm &imm);
  void printTypes(StringRef keyword, ArrayRef<ValType> types);

  raw_ostream &os;
  const Module &module;
  uint64_t offset = 0;
  unsigned depth = 1;
};

} // namespace

void CodeDumper::startLine(Opcode opcode, StringRef text) {
  // Modules nest thousands of blocks deep; beyond this, deeper is not clearer.
  constexpr unsigned maxIndent = 40;
  if (closesBlock(opcode) || dividesBlock(opcode))
    --depth;
  os << "  " << format_hex(offset, 8) << ':';
  os.indent(1 + 2 * std::min(depth, maxIndent));
  os << text.split(' ').first;
  if (opensBlock(opcode) || dividesBlock(opcode))
    ++depth;
}

void CodeDumper::printTypes(StringRef keyword, ArrayRef<ValType> types) {
  if (types.empty())
    return;
  os << " (" << keyword;
  for (ValType type : types)
    os << ' ' << toString(type);
  os << ')';
}

void CodeDumper::print(const NoneImm &) {}
void CodeDumper::print(const ZeroByteImm &) {}
void CodeDumper::print(const BlockImm &imm) {
  printTypes("param", imm.params);
  printTypes("result", imm.results);
}
void CodeDumper::print(const LabelImm &imm) { os << ' ' << imm.depth; }
void CodeDumper::print(const LabelTableImm &imm) {
  for (uint32_t label : imm.depths)
    os << ' ' << label;
  os << ' ' << imm.defaultDepth;
}
void CodeDumper::print(const FuncImm &imm) {
  os << ' ' << imm.index;
  if (imm.index >= module.functions.size())
    return;
  StringRef name = module.functions[imm.index].name;
  if (!name.empty()) {
    os << " \"";
    printEscapedString(name, os);
    os << '"';
  }
}
void CodeDumper::print(const TypeImm &imm) { os << ' ' << imm.index; }
void CodeDumper::print(const CallIndirectImm &imm) {
  os << ' ' << imm.table << " (type " << imm.type << ')';
}
void CodeDumper::print(const SelectImm &imm) { printTypes("result", imm.type); }
void CodeDumper::print(const LocalImm &imm) { os << ' ' << imm.index; }
void CodeDumper::print(const GlobalImm &imm) { os << ' ' << imm.index; }
void CodeDumper::print(const TableImm &imm) { os << ' ' << imm.index; }
void CodeDumper::print(const TagImm &imm) { os << ' ' << imm.index; }
void CodeDumper::print(const TryTableImm &imm) {
  static constexpr StringLiteral keywords[] = {"catch", "catch_ref",
                                               "catch_all", "catch_all_ref"};
  print(imm.block);
  for (const TryTableImm::Catch &clause : imm.catches) {
    os << " (" << keywords[unsigned(clause.kind)];
    if (clause.hasTag())
      os << ' ' << clause.tag;
    os << ' ' << clause.depth << ')';
  }
}
void CodeDumper::print(const MemArgImm &imm) {
  if (imm.offset)
    os << " offset=" << imm.offset;
  os << " align=" << (uint64_t(1) << imm.alignLog2);
}
void CodeDumper::print(const MemArgLaneImm &imm) {
  print(imm.mem);
  os << ' ' << unsigned(imm.lane);
}
void CodeDumper::print(const MemoryImm &) {} // there is but one
void CodeDumper::print(const MemoryMemoryImm &) {}
void CodeDumper::print(const DataMemoryImm &imm) { os << ' ' << imm.data; }
void CodeDumper::print(const DataImm &imm) { os << ' ' << imm.index; }
void CodeDumper::print(const ElemImm &imm) { os << ' ' << imm.index; }
void CodeDumper::print(const ElemTableImm &imm) {
  os << ' ' << imm.table << ' ' << imm.elem;
}
void CodeDumper::print(const TableTableImm &imm) {
  os << ' ' << imm.dst << ' ' << imm.src;
}
void CodeDumper::print(const I32Imm &imm) { os << ' ' << int32_t(imm.value); }
void CodeDumper::print(const I64Imm &imm) { os << ' ' << int64_t(imm.value); }
// Bits tell NaNs apart, the number is for people.
void CodeDumper::print(const F32Imm &imm) {
  os << ' ' << format_hex(imm.bits, 10) << ' '
     << format("(%.9g)", bit_cast<float>(imm.bits));
}
void CodeDumper::print(const F64Imm &imm) {
  os << ' ' << format_hex(imm.bits, 18) << ' '
     << format("(%.17g)", bit_cast<double>(imm.bits));
}
void CodeDumper::print(const V128Imm &imm) {
  os << " i64x2 " << format_hex(support::endian::read64le(imm.bytes), 18) << ' '
     << format_hex(support::endian::read64le(imm.bytes + 8), 18);
}
void CodeDumper::print(const ShuffleImm &imm) {
  for (uint8_t lane : imm.lanes)
    os << ' ' << unsigned(lane);
}
void CodeDumper::print(const LaneImm &imm) { os << ' ' << unsigned(imm.lane); }
void CodeDumper::print(const RefTypeImm &imm) {
  os << ' ' << toString(imm.type);
}

void wasmc::dumpCode(raw_ostream &os, const Module &module, uint32_t funcidx,
                     const ReaderOptions &options) {
  const Function &function = module.functions[funcidx];
  ErrorSlot errors;
  Decoder in(function.body, function.bodyOffset, options, module.canonicalTypes,
             errors);
  CodeDumper dumper(os, module);
  CodeReader<CodeDumper> reader(module, in, errors, dumper);
  if (!reader.readBody(module.typeOfFunction(funcidx).params.size()))
    os << "  error: " << toString(errors.take()) << '\n';
}
