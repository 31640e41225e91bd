// What a module says, after its sections were decoded and validated: passive
// data, read-only from then on, shared by all compile threads.
//
// Function bodies stay byte ranges of the input; FunctionValidator.h streams
// them. All StringRefs and ArrayRefs point into the input buffer, which must
// outlive the Module.

#ifndef WASMC_FRONTEND_MODULE_H
#define WASMC_FRONTEND_MODULE_H

#include "Types.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <vector>

namespace wasmc {

enum class ExternKind : uint8_t { Func, Table, Memory, Global, Tag };

struct Import {
  llvm::StringRef module;
  llvm::StringRef name;
  ExternKind kind;
  uint32_t index; // in the index space of its kind
  uint64_t offset;
};

struct Export {
  llvm::StringRef name;
  ExternKind kind;
  uint32_t index;
  uint64_t offset;
};

// A constant expression (core spec 3.4.13) in postfix form. With extended-const
// it may add, subtract and multiply; it is never executed by the frontend.
struct ConstInstr {
  enum class Op : uint8_t {
    I32Const,
    I64Const,
    F32Const,
    F64Const,  // bits
    V128Const, // bits, highBits
    RefNull,   // type
    RefFunc,
    GlobalGet, // index
    I32Add,
    I32Sub,
    I32Mul,
    I64Add,
    I64Sub,
    I64Mul,
  };
  Op op;
  uint64_t bits = 0; // constant's bit pattern, a v128's low half
  uint64_t highBits = 0;
  uint32_t index = 0;
  ValType type;
};
struct ConstExpr {
  llvm::SmallVector<ConstInstr, 1> instrs;
  uint64_t offset = 0;
};

struct Function {
  uint32_t typeIndex = 0;
  bool isImport = false;
  // Of a defined function: the body after its size field (locals, then code),
  // and that first byte's offset in the module.
  llvm::ArrayRef<uint8_t> body;
  uint64_t bodyOffset = 0;
  llvm::StringRef name; // from the name section; empty if none
};

struct Table {
  TableType type;
  bool isImport = false;
  std::optional<ConstExpr> init; // default: null
  llvm::StringRef name;
};

struct Memory {
  MemoryType type;
  bool isImport = false;
  llvm::StringRef name;
};

struct Global {
  GlobalType type;
  bool isImport = false;
  ConstExpr init; // of a defined global
  llvm::StringRef name;
};

struct Tag {
  uint32_t typeIndex = 0; // its parameters are the payload
  bool isImport = false;
  llvm::StringRef name;
};

struct ElemSegment {
  enum class Mode : uint8_t { Active, Passive, Declarative };
  Mode mode;
  ValType type;
  uint32_t table = 0; // Active
  ConstExpr tableOffset;
  // One of the two forms; `funcs` is the compact one (elem kinds 0-3).
  std::vector<uint32_t> funcs;
  std::vector<ConstExpr> exprs;
  bool usesExprs = false;
  uint64_t offset = 0; // of the segment in the module
  size_t size() const { return usesExprs ? exprs.size() : funcs.size(); }
};

struct DataSegment {
  bool isActive = false;
  uint32_t memory = 0;
  ConstExpr memoryOffset;
  llvm::ArrayRef<uint8_t> bytes;
  uint64_t offset = 0;
};

struct CustomSection {
  llvm::StringRef name;
  llvm::ArrayRef<uint8_t> bytes;
  uint64_t offset = 0;
};

// Facts gathered by validating every body once; the code generator relies on
// them (a table that nothing writes can be constant data). They are about this
// module's code alone: other modules may write what it imports or exports.
struct ModuleFacts {
  std::vector<bool> tableWritten;       // set, grow, fill, copy, init
  std::vector<bool> globalWritten;      // by a global.set
  std::vector<bool> functionReferenced; // ref.func, elem segment, export, start
  bool growsMemory = false;
  bool usesTailCalls = false; // any return_call
  // Whether code throws or catches: there may be exceptions to unwind for.
  bool usesExceptions = false;
  // Of a module with tags: the functions that throw or call through a
  // reference, and who calls whom, {caller, callee}.
  std::vector<bool> functionThrows;
  std::vector<std::pair<uint32_t, uint32_t>> directCalls;
};

struct Module {
  llvm::StringRef name; // from the name section
  std::vector<FuncType> types;
  // The first type of each recursive group; most groups have one member.
  std::vector<uint32_t> typeGroups;
  // For each type, the first that equals it.
  std::vector<uint32_t> canonicalTypes;
  std::vector<Import> imports;
  std::vector<Function> functions; // imports first, as in the index space
  std::vector<Table> tables;
  std::vector<Memory> memories;
  std::vector<Global> globals;
  std::vector<Tag> tags;
  std::vector<Export> exports;
  std::optional<uint32_t> start;
  std::vector<ElemSegment> elems;
  std::vector<DataSegment> datas;
  std::vector<CustomSection> customs;
  uint32_t numImportedFunctions = 0;
  uint32_t numImportedTables = 0;
  uint32_t numImportedMemories = 0;
  uint32_t numImportedGlobals = 0;
  uint32_t numImportedTags = 0;
  bool hasDataCount = false;
  // The functions that ref.func may name in a body (C.refs, core spec 3.5.14):
  // those that the module mentions outside of bodies and the start section.
  std::vector<bool> declaredFunctions;
  llvm::ArrayRef<uint8_t> bytes; // all of it
  ModuleFacts facts;             // filled by validateBodies()

  const FuncType &typeOfFunction(uint32_t funcidx) const {
    return types[functions[funcidx].typeIndex];
  }
  // The type of a reference to a function.
  ValType refTypeOf(uint32_t funcidx) const {
    return ValType(/*nullable=*/false,
                   canonicalTypes[functions[funcidx].typeIndex]);
  }
  // The types of what an exception with the tag carries.
  llvm::ArrayRef<ValType> payloadOf(uint32_t tagidx) const {
    return types[tags[tagidx].typeIndex].params;
  }
};

} // namespace wasmc

#endif
