// Decides what provides each import, and says what is missing.

#include "Imports.h"
#include "Library.h"
#include "WasiTable.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace wasmc {

static StringRef kindName(ExternKind kind) {
  switch (kind) {
  case ExternKind::Func:
    return "function";
  case ExternKind::Table:
    return "table";
  case ExternKind::Memory:
    return "memory";
  case ExternKind::Global:
    return "global";
  case ExternKind::Tag:
    return "tag";
  }
  llvm_unreachable("all kinds are listed");
}

static std::string describe(const Limits &limits) {
  std::string text = std::to_string(limits.min);
  if (limits.hasMax())
    text += " to " + std::to_string(limits.max);
  return text;
}

// A type, as error messages show it.
static std::string describe(const Module &module, ExternKind kind,
                            uint32_t index) {
  switch (kind) {
  case ExternKind::Func:
    return toString(module.typeOfFunction(index));
  case ExternKind::Global: {
    const GlobalType &type = module.globals[index].type;
    std::string text = toString(type.type);
    return type.isMutable ? "(mut " + text + ")" : text;
  }
  case ExternKind::Table: {
    const TableType &type = module.tables[index].type;
    return (type.is64 ? "i64 " : "") + describe(type.limits) + " " +
           toString(type.element);
  }
  case ExternKind::Memory: {
    const MemoryType &type = module.memories[index].type;
    std::string text =
        (type.is64 ? "i64 " : "") + describe(type.limits) + " pages";
    if (type.pageSizeLog2 != 16)
      text += " of " + std::to_string(1u << type.pageSizeLog2) + " bytes";
    return type.shared ? text + ", shared" : text;
  }
  case ExternKind::Tag:
    return toString(module.types[module.tags[index].typeIndex]);
  }
  llvm_unreachable("all kinds are listed");
}

static std::string describe(const Module &module, const Import &import) {
  std::string type = describe(module, import.kind, import.index);
  return formatv("{0} '{1}.{2}'{3}{4}", kindName(import.kind), import.module,
                 import.name, type.empty() ? "" : " ", type);
}

namespace {
// Resolves the imports of one unit.
class Resolver {
public:
  Resolver(const ProgramPlan &program, ModulePlan &plan,
           const ProgramUnit &unit)
      : program(program), plan(plan), module(plan.module), unit(unit) {}
  void resolve(const Import &import);

  std::string problems; // a line each

private:
  void resolveHost(const Import &import);
  bool resolveInHost(const Import &import);
  bool isMemoryOfThreads(const Import &import) const;
  void resolveFrom(ModulePlan &provider, const Import &import);
  void incompatible(const Import &import, const Module &provider,
                    const Export &exported);
  void complain(const Import &import, const Twine &what);
  bool matches(const ModulePlan &provider, ExternKind kind, uint32_t index,
               uint32_t imported) const;
  bool limitsMatch(const Limits &actual, const Limits &wanted,
                   bool mayHaveGrown) const;
  bool tableMayHaveGrown(const Definition &table) const;

  const ProgramPlan &program;
  ModulePlan &plan;
  const Module &module;
  const ProgramUnit &unit;
};
} // namespace

void Resolver::complain(const Import &import, const Twine &what) {
  problems += "\n  ";
  if (program.units.size() > 1)
    problems += "module '" + plan.name + "': ";
  problems += what.str() + describe(module, import);
}

void Resolver::incompatible(const Import &import, const Module &provider,
                            const Export &exported) {
  complain(import, "incompatible import type: ");
  problems += ", but the export is ";
  if (exported.kind != import.kind)
    problems += "a " + kindName(exported.kind).str();
  else
    problems += describe(provider, exported.kind, exported.index);
}

// By convention, a module for threads imports the memory that they share.
bool Resolver::isMemoryOfThreads(const Import &import) const {
  return program.units.size() == 1 && import.kind == ExternKind::Memory &&
         module.memories[import.index].type.shared && import.module == "env" &&
         import.name == "memory";
}

// Whether a function of a host in C provides the import, or is at least meant
// to: then what is wrong with it has been said.
bool Resolver::resolveInHost(const Import &import) {
  const CodegenOptions &options = program.options;
  if (import.kind != ExternKind::Func || isWasiModule(import.module))
    return false;
  const FuncType &type = module.typeOfFunction(import.index);
  std::string symbol = hostSymbol(import.module, import.name);
  bool isDefined = options.hostSymbols.count(symbol);
  if (!isDefined && !options.leavesImports) {
    complain(import, "unknown import: ");
    return true;
  }
  if (!isHostType(type)) {
    complain(import, "incompatible import type: ");
    problems +=
        ", but a function of the host takes and gives only numbers and vectors";
    return true;
  }
  std::string prefix = signaturePrefix(symbol);
  if (!options.hostSymbols.count(prefix + signatureText(type)))
    for (auto marker = options.hostSymbols.lower_bound(prefix);
         marker != options.hostSymbols.end() &&
         StringRef(*marker).starts_with(prefix);
         ++marker)
      if (std::optional<FuncType> other =
              signatureType(StringRef(*marker).drop_front(prefix.size()))) {
        complain(import, "incompatible import type: ");
        problems += ", but the host's '" + symbol + "' is " + toString(*other);
        return true;
      }
  plan.functions[import.index] = {&plan, import.index};
  plan.functionSymbols[import.index] = plan.hostThunkSymbol(import.index);
  plan.hostFunctions[import.index] = symbol;
  return true;
}

void Resolver::resolveHost(const Import &import) {
  if (isMemoryOfThreads(import))
    return; // it is the module's own
  const WasiFunction *known = import.kind == ExternKind::Func
                                  ? wasiFunction(import.module, import.name)
                                  : nullptr;
  if (!known) {
    if (!resolveInHost(import))
      complain(import, "unknown import: ");
    return;
  }
  if (!(known->type == module.typeOfFunction(import.index))) {
    complain(import, "incompatible import type: ");
    problems += ", but WASI defines it as " + toString(known->type);
    return;
  }
  plan.functions[import.index] = {&plan, import.index};
  plan.functionSymbols[import.index] =
      program.options.policy.lock ? known->symbol.str() : calledSymbol(*known);
}

// The specification compares with the current size, which only ever grows.
bool Resolver::limitsMatch(const Limits &actual, const Limits &wanted,
                           bool mayHaveGrown) const {
  if (actual.min < wanted.min && !mayHaveGrown)
    return false;
  return !wanted.hasMax() || (actual.hasMax() && actual.max <= wanted.max);
}

bool Resolver::tableMayHaveGrown(const Definition &table) const {
  for (const auto &user : program.units)
    for (uint32_t i = 0; i < user->tables.size(); ++i)
      if (user->tables[i] == table && user->module.facts.tableWritten[i])
        return true;
  return false;
}

// A type in the words of the whole program: an index stands for the canonical
// number of its type.
static ValType canonical(const ModulePlan &plan, ValType type) {
  if (type.isRef() && type.heap >= 0)
    type.heap = int32_t(plan.canonicalTypes[type.heap]);
  return type;
}

bool Resolver::matches(const ModulePlan &provider, ExternKind kind,
                       uint32_t index, uint32_t imported) const {
  const Module &from = provider.module;
  auto isSame = [&](ValType actual, ValType wanted) {
    return canonical(provider, actual) == canonical(plan, wanted);
  };
  switch (kind) {
  case ExternKind::Func:
    return provider.canonicalTypes[from.functions[index].typeIndex] ==
           plan.canonicalTypes[module.functions[imported].typeIndex];
  case ExternKind::Table: {
    const TableType &actual = from.tables[index].type;
    const TableType &wanted = module.tables[imported].type;
    return actual.is64 == wanted.is64 &&
           isSame(actual.element, wanted.element) &&
           limitsMatch(actual.limits, wanted.limits,
                       tableMayHaveGrown(provider.tables[index]));
  }
  case ExternKind::Memory: {
    const MemoryType &actual = from.memories[index].type;
    const MemoryType &wanted = module.memories[imported].type;
    return actual.is64 == wanted.is64 && actual.shared == wanted.shared &&
           actual.pageSizeLog2 == wanted.pageSizeLog2 &&
           limitsMatch(actual.limits, wanted.limits, program.growsMemory);
  }
  case ExternKind::Global: {
    const GlobalType &actual = from.globals[index].type;
    const GlobalType &wanted = module.globals[imported].type;
    // What can be written must be able to hold all the other may write.
    return actual.isMutable == wanted.isMutable &&
           (actual.isMutable ? isSame(actual.type, wanted.type)
                             : wasmc::matches(canonical(provider, actual.type),
                                              canonical(plan, wanted.type)));
  }
  case ExternKind::Tag:
    return provider.canonicalTypes[from.tags[index].typeIndex] ==
           plan.canonicalTypes[module.tags[imported].typeIndex];
  }
  llvm_unreachable("all kinds are listed");
}

void Resolver::resolveFrom(ModulePlan &provider, const Import &import) {
  const Export *exported = nullptr;
  for (const Export &candidate : provider.module.exports)
    if (candidate.name == import.name)
      exported = &candidate;
  if (!exported) {
    complain(import, "unknown import: ");
    return;
  }
  uint32_t index = exported->index;
  if (exported->kind != import.kind ||
      !matches(provider, import.kind, index, import.index)) {
    incompatible(import, provider.module, *exported);
    return;
  }
  switch (import.kind) {
  case ExternKind::Func:
    plan.functions[import.index] = provider.functions[index];
    break;
  case ExternKind::Table:
    plan.tables[import.index] = provider.tables[index];
    break;
  case ExternKind::Memory:
    plan.memories[import.index] = provider.memories[index];
    break;
  case ExternKind::Global:
    plan.globals[import.index] = provider.globals[index];
    break;
  case ExternKind::Tag:
    plan.tags[import.index] = provider.tags[index];
    break;
  }
}

void Resolver::resolve(const Import &import) {
  auto provider = unit.providers.find(import.module);
  if (provider == unit.providers.end())
    resolveHost(import);
  else
    resolveFrom(*program.units[provider->second], import);
}

static void defineOwn(ModulePlan &plan) {
  auto define = [&](std::vector<Definition> &definitions, size_t count) {
    for (uint32_t i = 0; i < count; ++i)
      definitions.push_back({&plan, i});
  };
  define(plan.functions, plan.module.functions.size());
  define(plan.tables, plan.module.tables.size());
  define(plan.memories, plan.module.memories.size());
  define(plan.globals, plan.module.globals.size());
  define(plan.tags, plan.module.tags.size());
  plan.functionSymbols.resize(plan.module.numImportedFunctions);
  plan.tableShared.resize(plan.module.tables.size());
}

// Tables that others import may be written by them.
static void findSharedTables(ProgramPlan &program) {
  for (const auto &user : program.units)
    for (uint32_t i = 0; i < user->module.numImportedTables; ++i) {
      const Definition &table = user->tables[i];
      for (const auto &owner : program.units)
        if (owner.get() == table.unit)
          owner->tableShared[table.index] = true;
    }
}

// What on the command line would provide the imports that nothing does. A
// module is named once, however much is missing from it.
static std::string remedies(const ProgramPlan &program,
                            ArrayRef<ProgramUnit> units) {
  std::string text;
  StringSet<> seen;
  for (auto [plan, unit] : zip_equal(program.units, units))
    for (const Import &import : plan->module.imports) {
      if (isWasiModule(import.module) || unit.providers.count(import.module) ||
          !seen.insert(import.module).second)
        continue;
      text += "\n  --preload=" + import.module.str() +
              "=FILE adds a module that provides what is imported from '" +
              import.module.str() + "'";
      if (import.kind == ExternKind::Func)
        text += "\n  an object file provides functions of '" +
                import.module.str() + "' in C: '" +
                hostSymbol(import.module, import.name) + "', for example";
    }
  return text;
}

Error resolveImports(ProgramPlan &program, ArrayRef<ProgramUnit> units) {
  std::string problems;
  for (auto [plan, unit] : zip_equal(program.units, units)) {
    defineOwn(*plan);
    Resolver resolver(program, *plan, unit);
    for (const Import &import : plan->module.imports)
      resolver.resolve(import);
    problems += resolver.problems;
  }
  if (!problems.empty())
    return createStringError("imports that cannot be resolved:" + problems +
                             remedies(program, units));
  findSharedTables(program);
  return Error::success();
}

} // namespace wasmc
