// Decisions about a module as a whole that every partition must share: symbol
// names, what provides its imports, canonical type numbers, which tables are
// constant, and how functions are spread over partitions. Made once, read-only
// afterwards.
//
// Functions are wasm.<name>, everything else wasmc.<what>; in a program of
// several modules the module's name comes in between.

#ifndef WASMC_CODEGEN_MODULEPLAN_H
#define WASMC_CODEGEN_MODULEPLAN_H

#include "Compile.h"
#include "KnownFunctions.h"
#include "WideMultiply.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wasmc {

struct ModulePlan;
struct ProgramPlan;

// A function, table, memory, global or tag of some module of the program. An
// imported function stands for one of the runtime's.
struct Definition {
  const ModulePlan *unit = nullptr;
  uint32_t index = 0;
  bool operator==(const Definition &o) const {
    return unit == o.unit && index == o.index;
  }
};

// The value of a constant expression: bits of a number, or a reference.
struct ConstValue {
  ValType type;
  uint64_t bits = 0;              // numbers; of a v128 the low half
  uint64_t highBits = 0;          // of a v128
  std::optional<Definition> func; // a funcref; absent: null
};

// One unit of parallel compilation: some functions in index order.
struct Partition {
  std::vector<uint32_t> functions;
  uint64_t codeBytes = 0;
};

struct ModulePlan {
  ModulePlan(const ProgramPlan &program, const Module &module,
             const CodegenOptions &options, std::string name,
             std::string prefix)
      : program(program), module(module), options(options),
        name(std::move(name)), prefix(std::move(prefix)) {}
  ModulePlan(const ModulePlan &) = delete;

  const ProgramPlan &program;
  const Module &module;
  const CodegenOptions &options;
  std::string name;   // for backtraces and dumps
  std::string prefix; // of symbols: empty, or "<name>."

  // What each index stands for: an import is what provides it.
  std::vector<Definition> functions, globals, tables, memories, tags;
  // Symbols of the same, as code refers to them.
  std::vector<std::string> functionSymbols; // of the runtime's functions too
  std::vector<std::string> globalSymbols;
  std::vector<std::string> tableSymbols;
  std::vector<std::string> memorySymbols;
  std::vector<std::string> tagSymbols; // whose addresses are the tags
  // Structurally equal function types share a number in all of the program
  // (call_indirect compares these).
  std::vector<uint32_t> canonicalTypes;
  // The functions that an exception may leave.
  std::vector<bool> mayThrow;
  // Tables that another module imports.
  std::vector<bool> tableShared;
  // Per table: its contents when nothing can ever change them. A null element
  // is nullopt.
  std::vector<std::optional<std::vector<std::optional<Definition>>>>
      constantTables;
  // Functions that multiply to 128 bits: calls of them are a multiplication.
  llvm::DenseMap<uint32_t, WideMultiply> wideMultiplies;
  // Functions of a C library, which the runtime does faster.
  llvm::DenseMap<uint32_t, KnownFunction> knownFunctions;
  // Every defined function, cut into units of compilation.
  std::vector<Partition> partitions;
  // What WASI functions called from this module read and write: exported as
  // "memory", else memory 0, if there is one.
  std::optional<uint32_t> wasiMemory;

  // The imports that a host in C provides, and its functions' symbols.
  std::map<uint32_t, std::string> hostFunctions;

  // Initial values; those of imports are the provider's.
  std::vector<ConstValue> globalValues;

  // Whether the runtime provides the function.
  bool isHostFunction(uint32_t funcidx) const {
    return isHostFunction(functions[funcidx]);
  }
  static bool isHostFunction(const Definition &function) {
    return function.index < function.unit->module.numImportedFunctions;
  }
  // Whether the memory is made for this module; it may be imported all the same
  // (Imports.cpp, isMemoryOfThreads).
  bool ownsMemory(uint32_t memidx) const {
    return memories[memidx] == Definition{this, memidx};
  }
  // Evaluates a validated constant expression, which sees globals that are
  // evaluated already. All globals are defined in the program, so the value is
  // always known.
  ConstValue evaluate(const ConstExpr &expr) const;
  const ConstValue &initialValue(uint32_t globalidx) const {
    return globalValues[globalidx];
  }
  // The function that an element or an initial value refers to; nullopt: null.
  std::optional<Definition> functionAt(const ElemSegment &elem,
                                       size_t i) const {
    return elem.usesExprs ? evaluate(elem.exprs[i]).func
                          : functions[elem.funcs[i]];
  }
  // Whether each access to the memory compares first. Where 8 GiB of address
  // space per memory cannot do: 64-bit indices, and pages smaller than the
  // processor's.
  bool isCheckedMemory(uint32_t memidx) const {
    const MemoryType &type = module.memories[memidx].type;
    return type.is64 || type.pageSizeLog2 != 16;
  }
  // Whether what HeapAccess.h says of capped memories holds for all.
  bool memoriesAreCapped() const;
  // Whether the memory lies at options.memoryBaseAddress.
  bool isFixedMemory(uint32_t memidx) const;
  std::string dataSymbol(uint32_t dataidx) const {
    return symbol("data." + std::to_string(dataidx));
  }
  std::string elemSymbol(uint32_t elemidx) const {
    return symbol("elem." + std::to_string(elemidx));
  }
  // The elements a table starts with, unless it is constant.
  std::string tableElementsSymbol(uint32_t tableidx) const {
    return tableSymbols[tableidx] + ".elements";
  }
  // Where the remaining size of a passive segment lives (drop makes it 0).
  static std::string sizeSymbol(const std::string &segment) {
    return segment + ".size";
  }
  // Instantiates the module: segments, then its start function.
  std::string instantiateSymbol() const { return symbol("instantiate"); }
  // Makes it ready for that again; in a library.
  std::string resetSymbol() const { return symbol("reset"); }
  // Gives back what tables took; of many instances.
  std::string releaseSymbol() const { return symbol("release"); }
  // What code calls for an import that a host in C provides.
  std::string hostThunkSymbol(uint32_t funcidx) const {
    return symbol("import." + std::to_string(funcidx));
  }
  // What names the functions of a partition.
  std::string namesSymbol(size_t partition) const {
    return symbol("names." + std::to_string(partition));
  }
  // What a reference to a function of the runtime calls.
  std::string thunkSymbol(uint32_t funcidx) const {
    return "wasmc.thunk." + prefix + functionSymbols[funcidx];
  }
  // What a known function goes on with where it does not do it all.
  std::string bodySymbol(uint32_t funcidx) const {
    return "wasmc.body." + prefix + functionSymbols[funcidx];
  }
  // The record of a function that this module defines or has of the runtime.
  std::string funcRefSymbol(uint32_t funcidx) const {
    return "wasmc.ref." + (isHostFunction(funcidx) ? prefix : std::string()) +
           functionSymbols[funcidx];
  }
  std::string symbol(const std::string &what) const {
    return "wasmc." + prefix + what;
  }
};

// Cuts a module's defined functions into units of compilation.
void cutPartitions(ModulePlan &plan, bool singlePartition);
// Evaluates the initial values of globals; what it imports from is evaluated.
void evaluateGlobals(ModulePlan &plan);
// Names what the module defines; `taken` are the functions' names so far.
void nameSymbols(ModulePlan &plan, llvm::StringSet<> &taken);
// Looks for functions that multiply.
void findWideMultiplies(ModulePlan &plan, const ReaderOptions &reader);
// Looks for tables that nothing writes. All modules' imports are resolved.
void findConstantTables(ModulePlan &plan);

} // namespace wasmc

#endif
