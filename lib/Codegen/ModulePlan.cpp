// Decisions about a module as a whole; the header says which.

#include "ModulePlan.h"
#include "ProgramPlan.h"
#include "abi/wasmc_abi.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace wasmc {

// Code of between this many bytes goes into one partition, about 96 KiB: large
// enough to spread the cost of an LLVMContext, small enough that two of them
// fit in any memory and that all cores stay busy until the end.
static constexpr uint64_t minPartitionBytes = 64 << 10;
static constexpr uint64_t maxPartitionBytes = 128 << 10;

ConstValue ModulePlan::evaluate(const ConstExpr &expr) const {
  SmallVector<ConstValue, 4> stack;
  auto binary = [&](ValType::Kind kind, auto operation) {
    uint64_t right = stack.pop_back_val().bits;
    uint64_t left = stack.pop_back_val().bits;
    uint64_t bits = operation(left, right);
    if (kind == ValType::Kind::I32)
      bits = uint32_t(bits);
    stack.push_back({kind, bits, 0, {}});
  };
  for (const ConstInstr &instr : expr.instrs) {
    using Op = ConstInstr::Op;
    using Kind = ValType::Kind;
    switch (instr.op) {
    case Op::I32Const:
      stack.push_back({Kind::I32, instr.bits, 0, {}});
      break;
    case Op::I64Const:
      stack.push_back({Kind::I64, instr.bits, 0, {}});
      break;
    case Op::F32Const:
      stack.push_back({Kind::F32, instr.bits, 0, {}});
      break;
    case Op::F64Const:
      stack.push_back({Kind::F64, instr.bits, 0, {}});
      break;
    case Op::V128Const:
      stack.push_back({Kind::V128, instr.bits, instr.highBits, {}});
      break;
    case Op::RefNull:
      stack.push_back({instr.type, 0, 0, {}});
      break;
    case Op::RefFunc:
      stack.push_back({instr.type, 0, 0, functions[instr.index]});
      break;
    case Op::GlobalGet:
      stack.push_back(initialValue(instr.index));
      break;
    case Op::I32Add:
      binary(Kind::I32, [](uint64_t a, uint64_t b) { return a + b; });
      break;
    case Op::I32Sub:
      binary(Kind::I32, [](uint64_t a, uint64_t b) { return a - b; });
      break;
    case Op::I32Mul:
      binary(Kind::I32, [](uint64_t a, uint64_t b) { return a * b; });
      break;
    case Op::I64Add:
      binary(Kind::I64, [](uint64_t a, uint64_t b) { return a + b; });
      break;
    case Op::I64Sub:
      binary(Kind::I64, [](uint64_t a, uint64_t b) { return a - b; });
      break;
    case Op::I64Mul:
      binary(Kind::I64, [](uint64_t a, uint64_t b) { return a * b; });
      break;
    }
  }
  return stack.back();
}

bool ModulePlan::memoriesAreCapped() const {
  for (uint32_t i = 0; i < memories.size(); ++i) {
    const Definition &memory = memories[i];
    const MemoryType &type = memory.unit->module.memories[memory.index].type;
    if (isCheckedMemory(i) || type.limits.min > WASMC_MAX_PAGES)
      return false;
  }
  return true;
}

bool ModulePlan::isFixedMemory(uint32_t memidx) const {
  return options.memoryBase == MemoryBase::Constant &&
         program.mainMemory == memories[memidx];
}

// A symbol from a wasm name: printable ASCII stays, so that dumps, debuggers
// and profilers show the name; the prefix keeps it apart from the runtime's
// symbols (a module may well define memcpy).
static std::string symbolFor(const std::string &prefix, StringRef name,
                             const Twine &fallback, StringSet<> &taken) {
  std::string symbol = "wasm." + prefix;
  if (name.empty())
    symbol += fallback.str();
  else
    symbol += symbolText(name);
  std::string unique = symbol;
  for (unsigned n = 2; !taken.insert(unique).second; ++n)
    unique = symbol + "." + std::to_string(n);
  return unique;
}

void nameSymbols(ModulePlan &plan, StringSet<> &taken) {
  const Module &module = plan.module;
  for (uint32_t i = module.numImportedFunctions; i < module.functions.size();
       ++i)
    plan.functionSymbols.push_back(symbolFor(
        plan.prefix, module.functions[i].name, "func." + Twine(i), taken));
  auto name = [&](std::vector<std::string> &symbols, const char *what,
                  size_t count) {
    for (size_t i = symbols.size(); i < count; ++i)
      symbols.push_back(plan.symbol(what + std::to_string(i)));
  };
  name(plan.globalSymbols, "global.", module.globals.size());
  name(plan.tableSymbols, "table.", module.tables.size());
  name(plan.tagSymbols, "tag.", module.tags.size());
  name(plan.memorySymbols, "memory.", module.memories.size());
  if (plan.program.mainMemory.unit == &plan)
    plan.memorySymbols[plan.program.mainMemory.index] = "wasmc_memory";
}

void evaluateGlobals(ModulePlan &plan) {
  const Module &module = plan.module;
  for (uint32_t i = 0; i < module.globals.size(); ++i) {
    const Definition &global = plan.globals[i];
    plan.globalValues.push_back(global.unit == &plan
                                    ? plan.evaluate(module.globals[i].init)
                                    : global.unit->globalValues[global.index]);
  }
}

// A table that nothing writes after instantiation, and whose segments all fit,
// is data known now.
void findConstantTables(ModulePlan &plan) {
  const Module &module = plan.module;
  plan.constantTables.resize(module.tables.size());
  for (uint32_t i = 0; i < module.tables.size(); ++i) {
    const Table &table = module.tables[i];
    // An enormous, mostly null table would bloat the program.
    bool isSmall = table.type.limits.min <= (1 << 20);
    if (table.isImport || plan.tableShared[i] || module.facts.tableWritten[i] ||
        !isSmall || !matches(table.type.element, ValType::funcref()))
      continue;
    std::vector<std::optional<Definition>> contents(table.type.limits.min);
    if (table.init)
      std::fill(contents.begin(), contents.end(),
                plan.evaluate(*table.init).func);
    bool fits = true;
    for (const ElemSegment &elem : module.elems) {
      if (elem.mode != ElemSegment::Mode::Active || elem.table != i)
        continue;
      uint64_t start = plan.evaluate(elem.tableOffset).bits;
      if (start + elem.size() > contents.size()) {
        fits = false; // instantiation traps: leave it to run time
        break;
      }
      for (size_t n = 0; n < elem.size(); ++n)
        contents[start + n] = plan.functionAt(elem, n);
    }
    if (fits)
      plan.constantTables[i] = std::move(contents);
  }
}

void findWideMultiplies(ModulePlan &plan, const ReaderOptions &reader) {
  const Module &module = plan.module;
  for (uint32_t i = module.numImportedFunctions; i < module.functions.size();
       ++i)
    if (auto multiply = matchWideMultiply(module, i, reader))
      plan.wideMultiplies[i] = *multiply;
}

// The end of the partition that begins with function `first`. Where the sizes
// allow several, it is behind the function whose code has the least hash: when
// a function grows, the partitions after its own are soon those of before, and
// a cache has them.
static uint32_t partitionEnd(const Module &module, uint32_t first) {
  const uint32_t count = module.functions.size();
  uint64_t size = 0, least = 0;
  uint32_t end = first;
  for (uint32_t i = first; i < count; ++i) {
    ArrayRef<uint8_t> body = module.functions[i].body;
    size += body.size();
    if (size > maxPartitionBytes && i > first)
      return end;
    const uint64_t hash = xxh3_64bits(body);
    if (size < minPartitionBytes || end == first || hash < least) {
      end = i + 1;
      least = size < minPartitionBytes ? UINT64_MAX : hash;
    }
  }
  return count;
}

void cutPartitions(ModulePlan &plan, bool singlePartition) {
  const Module &module = plan.module;
  const uint32_t count = module.functions.size();
  for (uint32_t first = module.numImportedFunctions; first < count;) {
    const uint32_t end = singlePartition ? count : partitionEnd(module, first);
    Partition partition;
    for (; first < end; ++first) {
      partition.functions.push_back(first);
      partition.codeBytes += module.functions[first].body.size();
    }
    plan.partitions.push_back(std::move(partition));
  }
}

} // namespace wasmc
