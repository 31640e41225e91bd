// Prints the sections; DumpCode.cpp prints the bodies.

#include "Dump.h"
#include "DumpCode.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;
using namespace wasmc;

static StringRef kindName(ExternKind kind) {
  switch (kind) {
  case ExternKind::Func:
    return "func";
  case ExternKind::Table:
    return "table";
  case ExternKind::Memory:
    return "memory";
  case ExternKind::Global:
    return "global";
  case ExternKind::Tag:
    return "tag";
  }
  return "?";
}

// Names are the input's; control characters must not reach a terminal.
static void printName(raw_ostream &os, StringRef name) {
  os << '"';
  printEscapedString(name, os);
  os << '"';
}

static void printItem(raw_ostream &os, StringRef kind, size_t index,
                      StringRef name) {
  os << kind << ' ' << index;
  if (!name.empty()) {
    os << ' ';
    printName(os, name);
  }
  os << ':';
}

static void printLimits(raw_ostream &os, const Limits &limits) {
  os << ' ' << limits.min;
  if (limits.hasMax())
    os << ".." << limits.max;
}

static void printConstInstr(raw_ostream &os, const ConstInstr &instr) {
  using Op = ConstInstr::Op;
  switch (instr.op) {
  case Op::I32Const:
    os << "i32.const " << int32_t(instr.bits);
    return;
  case Op::I64Const:
    os << "i64.const " << int64_t(instr.bits);
    return;
  case Op::F32Const:
    os << "f32.const " << format_hex(instr.bits, 10);
    return;
  case Op::F64Const:
    os << "f64.const " << format_hex(instr.bits, 18);
    return;
  case Op::V128Const:
    os << "v128.const i64x2 " << format_hex(instr.bits, 18) << ' '
       << format_hex(instr.highBits, 18);
    return;
  case Op::RefNull:
    os << "ref.null " << toString(instr.type);
    return;
  case Op::RefFunc:
    os << "ref.func " << instr.index;
    return;
  case Op::GlobalGet:
    os << "global.get " << instr.index;
    return;
  case Op::I32Add:
    os << "i32.add";
    return;
  case Op::I32Sub:
    os << "i32.sub";
    return;
  case Op::I32Mul:
    os << "i32.mul";
    return;
  case Op::I64Add:
    os << "i64.add";
    return;
  case Op::I64Sub:
    os << "i64.sub";
    return;
  case Op::I64Mul:
    os << "i64.mul";
    return;
  }
}

static void printConstExpr(raw_ostream &os, const ConstExpr &expr) {
  os << '(';
  ListSeparator comma;
  for (const ConstInstr &instr : expr.instrs) {
    os << comma;
    printConstInstr(os, instr);
  }
  os << ')';
}

static void printTable(raw_ostream &os, const Table &table) {
  os << (table.type.is64 ? " i64 " : " ") << toString(table.type.element);
  printLimits(os, table.type.limits);
  if (table.init) {
    os << " = ";
    printConstExpr(os, *table.init);
  }
  os << '\n';
}

static void printMemory(raw_ostream &os, const MemoryType &type) {
  if (type.is64)
    os << " i64";
  printLimits(os, type.limits);
  os << " pages";
  if (type.pageSizeLog2 != 16)
    os << " of " << (uint64_t(1) << type.pageSizeLog2) << " bytes";
  os << (type.shared ? " shared\n" : "\n");
}

static void printIndexSpaces(raw_ostream &os, const Module &module) {
  for (auto [i, type] : enumerate(module.types))
    os << "type " << i << ": " << toString(type) << '\n';
  for (const Import &import : module.imports) {
    os << "import " << kindName(import.kind) << ' ' << import.index << ": ";
    printName(os, import.module);
    os << ' ';
    printName(os, import.name);
    os << '\n';
  }
  for (auto [i, table] : enumerate(module.tables)) {
    printItem(os, "table", i, table.name);
    printTable(os, table);
  }
  for (auto [i, memory] : enumerate(module.memories)) {
    printItem(os, "memory", i, memory.name);
    printMemory(os, memory.type);
  }
  for (auto [i, global] : enumerate(module.globals)) {
    printItem(os, "global", i, global.name);
    os << (global.type.isMutable ? " mut " : " ") << toString(global.type.type);
    if (!global.isImport) {
      os << " = ";
      printConstExpr(os, global.init);
    }
    os << '\n';
  }
  for (auto [i, tag] : enumerate(module.tags)) {
    printItem(os, "tag", i, tag.name);
    os << ' ' << toString(module.types[tag.typeIndex]) << '\n';
  }
  for (const Export &exported : module.exports) {
    os << "export ";
    printName(os, exported.name);
    os << ": " << kindName(exported.kind) << ' ' << exported.index << '\n';
  }
  if (module.start)
    os << "start: func " << *module.start << '\n';
}

static void printElem(raw_ostream &os, const ElemSegment &segment) {
  using Mode = ElemSegment::Mode;
  os << ' ' << toString(segment.type) << " x " << segment.size();
  if (segment.mode == Mode::Active) {
    os << " at table " << segment.table << ' ';
    printConstExpr(os, segment.tableOffset);
  } else {
    os << (segment.mode == Mode::Passive ? " passive" : " declarative");
  }
  os << ':';
  for (uint32_t index : segment.funcs)
    os << ' ' << index;
  for (const ConstExpr &expr : segment.exprs) {
    os << ' ';
    printConstExpr(os, expr);
  }
  os << '\n';
}

static void printSegments(raw_ostream &os, const Module &module) {
  for (auto [i, segment] : enumerate(module.elems)) {
    os << "elem " << i << ':';
    printElem(os, segment);
  }
  for (auto [i, segment] : enumerate(module.datas)) {
    os << "data " << i << ": " << segment.bytes.size() << " bytes";
    if (segment.isActive) {
      os << " at memory " << segment.memory << ' ';
      printConstExpr(os, segment.memoryOffset);
    } else {
      os << " passive";
    }
    os << '\n';
  }
  for (const CustomSection &section : module.customs) {
    os << "custom ";
    printName(os, section.name);
    os << ": " << section.bytes.size() << " bytes\n";
  }
}

void wasmc::dumpModule(raw_ostream &os, const Module &module,
                       const ReaderOptions &options, bool code) {
  os << "module";
  if (!module.name.empty()) {
    os << ' ';
    printName(os, module.name);
  }
  os << ": " << module.bytes.size() << " bytes\n";
  printIndexSpaces(os, module);
  printSegments(os, module);
  for (size_t i = 0; i < module.functions.size(); ++i) {
    const Function &function = module.functions[i];
    printItem(os, "func", i, function.name);
    os << " type " << function.typeIndex << ' '
       << toString(module.typeOfFunction(i));
    if (function.isImport) {
      os << " import\n";
      continue;
    }
    os << ", " << function.body.size() << " bytes at "
       << format_hex(function.bodyOffset, 0) << '\n';
    if (code)
      dumpCode(os, module, i, options);
  }
}
