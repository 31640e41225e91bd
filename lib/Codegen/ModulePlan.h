// Decisions about a module as a whole that every partition must share: symbol
// names (functions are wasm.<name>, everything else wasmc.<what>), canonical
// type numbers, which tables are constant, and how functions are spread over
// partitions. Made once, read-only afterwards.

#ifndef WASMC_CODEGEN_MODULEPLAN_H
#define WASMC_CODEGEN_MODULEPLAN_H

#include "Compile.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>
#include <vector>

namespace wasmc {

// The value of a constant expression: bits of a number, or a reference.
struct ConstValue {
  ValType type;
  uint64_t bits = 0;            // numbers; of a v128 the low half
  uint64_t highBits = 0;        // of a v128
  std::optional<uint32_t> func; // a funcref; absent: null
};

// One unit of parallel compilation: some functions in index order.
struct Partition {
  std::vector<uint32_t> functions;
  uint64_t codeBytes = 0;
};

struct ModulePlan {
  ModulePlan(const Module &module, const CodegenOptions &options)
      : module(module), options(options) {}

  const Module &module;
  const CodegenOptions &options;

  std::vector<std::string> functionSymbols; // imports too
  std::vector<std::string> globalSymbols;
  std::vector<std::string> tableSymbols;
  // Equal types share a number (call_indirect compares these).
  std::vector<uint32_t> canonicalTypes;
  // Per table: its contents when nothing can ever change them. A null element
  // is nullopt.
  std::vector<std::optional<std::vector<std::optional<uint32_t>>>>
      constantTables;
  // Every defined function, cut into units of compilation.
  std::vector<Partition> partitions;
  uint32_t entryFunction = 0;
  uint32_t wasiMemory = 0; // exported as "memory", else 0

  // Initial values. All globals are defined here, so they are always known.
  std::vector<ConstValue> globalValues;

  // Evaluates a validated constant expression, which sees globals that are
  // evaluated already.
  ConstValue evaluate(const ConstExpr &expr) const;
  const ConstValue &initialValue(uint32_t globalidx) const {
    return globalValues[globalidx];
  }
  // The function that an element or an initial value refers to; nullopt: null.
  std::optional<uint32_t> functionAt(const ElemSegment &elem, size_t i) const {
    return elem.usesExprs ? evaluate(elem.exprs[i]).func : elem.funcs[i];
  }
  // Whether each access to the memory compares first. Where 8 GiB of address
  // space per memory cannot do: 64-bit indices, and pages smaller than the
  // processor's.
  bool isCheckedMemory(uint32_t memidx) const {
    const MemoryType &type = module.memories[memidx].type;
    return type.is64 || type.pageSizeLog2 != 16;
  }
  // Whether the memory lies at options.memoryBaseAddress.
  bool isFixedMemory(uint32_t memidx) const {
    return options.memoryBase == MemoryBase::Constant && memidx == wasiMemory;
  }
  std::string memorySymbol(uint32_t memidx) const {
    return memidx == wasiMemory ? "wasmc_memory"
                                : "wasmc.memory." + std::to_string(memidx);
  }
  std::string dataSymbol(uint32_t dataidx) const {
    return "wasmc.data." + std::to_string(dataidx);
  }
  std::string elemSymbol(uint32_t elemidx) const {
    return "wasmc.elem." + std::to_string(elemidx);
  }
  // Where the remaining size of a passive segment lives (drop makes it 0).
  static std::string sizeSymbol(const std::string &segment) {
    return segment + ".size";
  }
  // What a reference to an import calls.
  std::string thunkSymbol(uint32_t funcidx) const {
    return "wasmc.thunk." + functionSymbols[funcidx];
  }
  std::string funcRefSymbol(uint32_t funcidx) const {
    return "wasmc.ref." + functionSymbols[funcidx];
  }
};

// Fails with every import that nothing provides, or if there is no entry.
llvm::Expected<ModulePlan> planModule(const Module &module,
                                      const CodegenOptions &options,
                                      bool singlePartition);

} // namespace wasmc

#endif
