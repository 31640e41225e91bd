// Decisions about a module as a whole; the header says which.

#include "ModulePlan.h"
#include "Frontend/TypeGroups.h"
#include "Imports.h"
#include "llvm/ADT/StringSet.h"
#include <map>

using namespace llvm;

namespace wasmc {

// Code of about this many bytes goes into one partition: large enough to spread
// the cost of an LLVMContext, small enough that two of them fit in any memory
// and that all cores stay busy until the end.
static constexpr uint64_t partitionBytes = 192 << 10;

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
      stack.push_back({instr.type, 0, 0, instr.index});
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

// A symbol from a wasm name: printable ASCII stays, so that dumps, debuggers
// and profilers show the name; the prefix keeps it apart from the runtime's
// symbols (a module may well define memcpy).
static std::string symbolFor(StringRef name, const Twine &fallback,
                             StringSet<> &taken) {
  std::string symbol = "wasm.";
  if (name.empty())
    symbol += fallback.str();
  for (char c : name)
    symbol +=
        c > ' ' && c < 0x7f && c != '"' && c != '\\' && c != '@' ? c : '_';
  std::string unique = symbol;
  for (unsigned n = 2; !taken.insert(unique).second; ++n)
    unique = symbol + "." + std::to_string(n);
  return unique;
}

static void nameSymbols(ModulePlan &plan,
                        const std::vector<std::string> &imports) {
  const Module &module = plan.module;
  StringSet<> taken;
  for (const std::string &symbol : imports)
    plan.functionSymbols.push_back(symbol);
  for (uint32_t i = imports.size(); i < module.functions.size(); ++i)
    plan.functionSymbols.push_back(
        symbolFor(module.functions[i].name, "func." + Twine(i), taken));
  for (uint32_t i = 0; i < module.globals.size(); ++i)
    plan.globalSymbols.push_back("wasmc.global." + std::to_string(i));
  for (uint32_t i = 0; i < module.tables.size(); ++i)
    plan.tableSymbols.push_back("wasmc.table." + std::to_string(i));
}

// A type's number stands for the key of its group and its place in there.
static void numberTypes(ModulePlan &plan) {
  const Module &module = plan.module;
  std::map<std::string, uint32_t> numbers;
  for (size_t group = 0; group < module.typeGroups.size(); ++group) {
    const uint32_t first = module.typeGroups[group];
    const uint32_t end = group + 1 < module.typeGroups.size()
                             ? module.typeGroups[group + 1]
                             : module.types.size();
    const std::string key = keyOfTypeGroup(
        ArrayRef(module.types).slice(first, end - first), first,
        [&](uint32_t typeidx) { return plan.canonicalTypes[typeidx]; });
    for (uint32_t i = first; i < end; ++i) {
      const uint32_t original = module.canonicalTypes[i];
      plan.canonicalTypes.push_back(
          original != i ? plan.canonicalTypes[original]
                        : numbers
                              .try_emplace(key + std::to_string(i - first),
                                           numbers.size())
                              .first->second);
    }
  }
}

// A table that nothing writes after instantiation, and whose segments all fit,
// is data known now.
static void findConstantTables(ModulePlan &plan) {
  const Module &module = plan.module;
  plan.constantTables.resize(module.tables.size());
  for (uint32_t i = 0; i < module.tables.size(); ++i) {
    const Table &table = module.tables[i];
    // An enormous, mostly null table would bloat the program.
    bool isSmall = table.type.limits.min <= (1 << 20);
    if (table.isImport || module.facts.tableWritten[i] || !isSmall ||
        !matches(table.type.element, ValType::funcref()))
      continue;
    std::vector<std::optional<uint32_t>> contents(table.type.limits.min);
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

static void cutPartitions(ModulePlan &plan, bool singlePartition) {
  const Module &module = plan.module;
  Partition current;
  auto finish = [&] {
    if (!current.functions.empty())
      plan.partitions.push_back(std::move(current));
    current = Partition();
  };
  for (uint32_t i = module.numImportedFunctions; i < module.functions.size();
       ++i) {
    uint64_t size = module.functions[i].body.size();
    if (!singlePartition && current.codeBytes + size > partitionBytes)
      finish();
    current.functions.push_back(i);
    current.codeBytes += size;
  }
  finish();
}

static Error findEntry(ModulePlan &plan) {
  const Module &module = plan.module;
  for (const Export &exp : module.exports) {
    if (exp.name != plan.options.entry)
      continue;
    if (exp.kind != ExternKind::Func)
      return createStringError("export '" + exp.name + "' is not a function");
    const FuncType &type = module.typeOfFunction(exp.index);
    if (!type.params.empty() || !type.results.empty())
      return createStringError("entry '" + exp.name + "' has type " +
                               toString(type) +
                               ", but a program starts at () -> ()");
    plan.entryFunction = exp.index;
    return Error::success();
  }
  return createStringError(
      "the module exports no function '" + plan.options.entry +
      "' to start at (a library? --entry=NAME picks another export)");
}

// WASI reads and writes the guest's memory: there must be one.
static Error checkMemory(const Module &module) {
  if (!module.memories.empty() || module.numImportedFunctions == 0)
    return Error::success();
  for (uint32_t i = 0; i < module.numImportedFunctions; ++i)
    if (!module.typeOfFunction(i).params.empty())
      return createStringError(
          "the module imports WASI functions but has no memory");
  return Error::success();
}

Expected<ModulePlan> planModule(const Module &module,
                                const CodegenOptions &options,
                                bool singlePartition) {
  ModulePlan plan(module, options);
  Expected<std::vector<std::string>> imports = resolveImports(module);
  if (!imports)
    return imports.takeError();
  if (Error error = findEntry(plan))
    return error;
  if (Error error = checkMemory(module))
    return error;
  for (const Export &exp : module.exports)
    if (exp.kind == ExternKind::Memory && exp.name == "memory")
      plan.wasiMemory = exp.index;
  nameSymbols(plan, *imports);
  numberTypes(plan);
  for (const Global &global : module.globals)
    plan.globalValues.push_back(plan.evaluate(global.init));
  findConstantTables(plan);
  cutPartitions(plan, singlePartition);
  return plan;
}

} // namespace wasmc
