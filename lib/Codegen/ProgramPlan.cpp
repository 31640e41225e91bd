// Decisions about a program as a whole; the header says which.

#include "ProgramPlan.h"
#include "Frontend/TypeGroups.h"
#include "Imports.h"
#include "abi/script.h"
#include "abi/wasmc_abi.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace wasmc {

std::string symbolText(StringRef name) {
  std::string text = name.str();
  for (char &c : text)
    if (c <= ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '@')
      c = '_';
  return text;
}

static void addUnits(ProgramPlan &program, ArrayRef<ProgramUnit> units) {
  StringSet<> taken;
  for (const ProgramUnit &unit : units) {
    std::string prefix;
    if (units.size() > 1) {
      std::string name = symbolText(unit.name);
      prefix = name + ".";
      for (unsigned n = 2; !taken.insert(prefix).second; ++n)
        prefix = name + "." + std::to_string(n) + ".";
    }
    program.units.push_back(std::make_unique<ModulePlan>(
        program, *unit.module, program.options, unit.name, std::move(prefix)));
    const ModuleFacts &facts = unit.module->facts;
    program.usesTailCalls |= facts.usesTailCalls;
    program.usesExceptions |= facts.usesExceptions;
    program.growsMemory |= facts.growsMemory;
  }
}

// A type's number stands for the key of its group and its place in there.
static void numberTypes(ProgramPlan &program, ModulePlan &plan) {
  const Module &module = plan.module;
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
                        : program.typeNumbers
                              .try_emplace(key + std::to_string(i - first),
                                           program.typeNumbers.size())
                              .first->second);
    }
  }
}

static const Export *findExport(const Module &module, StringRef name) {
  for (const Export &exported : module.exports)
    if (exported.name == name)
      return &exported;
  return nullptr;
}

static Error checkEntry(const Module &module, const Export &entry) {
  if (entry.kind != ExternKind::Func)
    return createStringError("export '" + entry.name + "' is not a function");
  const FuncType &type = module.typeOfFunction(entry.index);
  if (!type.params.empty() || !type.results.empty())
    return createStringError("entry '" + entry.name + "' has type " +
                             toString(type) +
                             ", but a program starts at () -> ()");
  return Error::success();
}

// The entry is an export of one module.
static Error findEntry(ProgramPlan &program) {
  const std::string &name = program.options.entry;
  SmallVector<StringRef, 2> exporters;
  for (const auto &unit : program.units) {
    const Export *entry = findExport(unit->module, name);
    if (!entry)
      continue;
    if (Error error = checkEntry(unit->module, *entry))
      return error;
    exporters.push_back(unit->name);
    program.entry = {unit.get(), entry->index};
  }
  if (exporters.size() > 1)
    return createStringError("several modules export '" + name +
                             "' to start at: " + join(exporters, ", "));
  if (exporters.empty())
    return createStringError(
        "the module exports no function '" + name +
        "' to start at (a library? --entry=NAME picks another export)");
  return Error::success();
}

// What a library runs when it is instantiated, if it is a reactor (WASI).
static Error findInitialize(ProgramPlan &program) {
  ModulePlan &unit = *program.units.back();
  const Export *entry = findExport(unit.module, "_initialize");
  if (!entry)
    return Error::success();
  if (Error error = checkEntry(unit.module, *entry))
    return error;
  program.entry = {&unit, entry->index};
  return Error::success();
}

static bool importsThreadSpawn(const Module &module) {
  return any_of(module.imports, [](const Import &import) {
    return import.module == "wasi" && import.name == "thread-spawn";
  });
}

static Error checkThreadEntry(ProgramPlan &program) {
  ModulePlan &plan = *program.units.front();
  const Module &module = plan.module;
  const Export *entry = findExport(module, "wasi_thread_start");
  const ValType i32 = ValType::Kind::I32;
  const FuncType type = {{i32, i32}, {}};
  if (!entry || entry->kind != ExternKind::Func ||
      !(module.typeOfFunction(entry->index) == type))
    return createStringError(
        "the module imports 'wasi.thread-spawn' but "
        "exports no function 'wasi_thread_start' of type " +
        toString(type));
  program.threadEntry = plan.functions[entry->index];
  return Error::success();
}

// Whether exceptions stay in an instance. The collector finds those of one.
static bool keepsExceptions(const Module &module) {
  return any_of(module.globals,
                [](const Global &global) {
                  return global.type.isMutable && global.type.type.isExnRef();
                }) ||
         any_of(module.tables, [](const Table &table) {
           return table.type.element.isExnRef();
         });
}

// What a program that starts threads must be like (wasi-threads).
static Error checkThreads(ProgramPlan &program) {
  if (program.options.isLibrary)
    return createStringError("a library whose module starts threads "
                             "('wasi.thread-spawn') is not supported yet");
  if (program.units.size() > 1)
    return createStringError(
        "threads in a program of several modules are not supported yet");
  const Module &module = program.units.front()->module;
  for (const Memory &memory : module.memories)
    if (!memory.isImport || !memory.type.shared)
      return createStringError(
          "the module imports 'wasi.thread-spawn', so that "
          "its memory must be imported and shared");
  if (keepsExceptions(module))
    return createStringError(
        "exnref globals and tables of a module that starts "
        "threads are not supported yet");
  return checkThreadEntry(program);
}

static Error checkInstances(const ProgramPlan &program) {
  for (const auto &unit : program.units)
    if (keepsExceptions(unit->module))
      return createStringError(
          "exnref globals and tables of a module with many "
          "instances are not supported yet");
  return Error::success();
}

static void findWasiMemory(ModulePlan &plan) {
  if (plan.module.memories.empty())
    return;
  plan.wasiMemory = 0;
  for (const Export &exported : plan.module.exports)
    if (exported.kind == ExternKind::Memory && exported.name == "memory")
      plan.wasiMemory = exported.index;
}

static bool callsHost(const ModulePlan &plan) {
  for (uint32_t i = 0; i < plan.module.numImportedFunctions; ++i)
    if (plan.isHostFunction(i))
      return true;
  return false;
}

// WASI reads and writes the guest's memory: there must be one.
static Error checkMemory(const ModulePlan &plan) {
  const Module &module = plan.module;
  if (plan.wasiMemory)
    return Error::success();
  for (uint32_t i = 0; i < module.numImportedFunctions; ++i)
    if (plan.isHostFunction(i) && !plan.hostFunctions.count(i) &&
        !module.typeOfFunction(i).params.empty())
      return createStringError(
          "the module imports WASI functions but has no memory");
  return Error::success();
}

// The limit of parameters keeps payloads small, unless it was raised.
static Error checkPayloads(const Module &module) {
  constexpr size_t bytesPerValue = 16;
  constexpr size_t most =
      (WASMC_MAX_EXCEPTION_BYTES - sizeof(WasmcException)) / bytesPerValue;
  for (uint32_t i = 0; i < module.tags.size(); ++i)
    if (module.payloadOf(i).size() > most)
      return createStringError("tag " + Twine(i) + " has a payload of " +
                               Twine(module.payloadOf(i).size()) +
                               " values, but at most " + Twine(most) +
                               " are supported");
  return Error::success();
}

static void chooseMainMemory(ProgramPlan &program) {
  auto memoryOf = [](const ModulePlan &unit) {
    return unit.memories[*unit.wasiMemory];
  };
  const ModulePlan *entryUnit = program.entry.unit;
  if (entryUnit && entryUnit->wasiMemory)
    program.mainMemory = memoryOf(*entryUnit);
  for (const auto &unit : program.units) {
    if (!unit->wasiMemory)
      continue;
    if (!program.mainMemory.unit)
      program.mainMemory = memoryOf(*unit);
    if (callsHost(*unit) && !(memoryOf(*unit) == program.mainMemory))
      program.switchesWasiMemory = true;
  }
}

// Symbols of imports are those of what provides them.
static void nameImports(ModulePlan &plan) {
  const Module &module = plan.module;
  for (uint32_t i = 0; i < module.numImportedFunctions; ++i) {
    const Definition &function = plan.functions[i];
    if (function.unit != &plan)
      plan.functionSymbols[i] = function.unit->functionSymbols[function.index];
  }
  for (uint32_t i = 0; i < module.numImportedGlobals; ++i)
    plan.globalSymbols.push_back(
        plan.globals[i].unit->globalSymbols[plan.globals[i].index]);
  for (uint32_t i = 0; i < module.numImportedTables; ++i)
    plan.tableSymbols.push_back(
        plan.tables[i].unit->tableSymbols[plan.tables[i].index]);
  for (uint32_t i = 0; i < module.numImportedTags; ++i)
    plan.tagSymbols.push_back(
        plan.tags[i].unit->tagSymbols[plan.tags[i].index]);
  for (uint32_t i = 0; i < module.numImportedMemories; ++i)
    plan.memorySymbols.push_back(
        plan.ownsMemory(i)
            ? plan.symbol("memory." + std::to_string(i))
            : plan.memories[i].unit->memorySymbols[plan.memories[i].index]);
}

// Those that throw, call such a function, or call through a reference. What a
// module imports from comes before it.
static void findThrowers(const ProgramPlan &program, ModulePlan &plan) {
  const ModuleFacts &facts = plan.module.facts;
  const size_t count = plan.module.functions.size();
  if (!program.usesExceptions || facts.functionThrows.empty()) {
    plan.mayThrow.assign(count, program.usesExceptions);
    return;
  }
  plan.mayThrow = facts.functionThrows;
  for (uint32_t i = 0; i < plan.module.numImportedFunctions; ++i) {
    const Definition &callee = plan.functions[i];
    plan.mayThrow[i] =
        callee.unit != &plan && callee.unit->mayThrow[callee.index];
  }
  std::vector<std::pair<uint32_t, uint32_t>> callers; // callee first
  for (auto [caller, callee] : facts.directCalls)
    callers.push_back({callee, caller});
  llvm::sort(callers);
  std::vector<uint32_t> worklist;
  for (uint32_t i = 0; i < count; ++i)
    if (plan.mayThrow[i])
      worklist.push_back(i);
  while (!worklist.empty()) {
    const uint32_t callee = worklist.back();
    worklist.pop_back();
    auto call = llvm::lower_bound(callers, std::pair(callee, uint32_t(0)));
    for (; call != callers.end() && call->first == callee; ++call)
      if (!plan.mayThrow[call->second]) {
        plan.mayThrow[call->second] = true;
        worklist.push_back(call->second);
      }
  }
}

// EmitKnown.cpp takes memory 0 to be one that ends where accesses trap by
// themselves, and that no other thread sees.
static bool canUseKnownFunctions(const ModulePlan &plan) {
  return !plan.module.memories.empty() && !plan.isCheckedMemory(0) &&
         !plan.module.memories.front().type.shared;
}

static Error findHost(ProgramPlan &program) {
  bool hasHost = program.options.isLibrary || program.options.leavesImports;
  for (const auto &unit : program.units)
    hasHost |= !unit->hostFunctions.empty();
  if (!hasHost)
    return Error::success();
  Expected<LibraryInterface> interface = libraryInterface(program);
  if (!interface)
    return interface.takeError();
  program.host = std::make_unique<LibraryInterface>(std::move(*interface));
  return Error::success();
}

Expected<std::unique_ptr<ProgramPlan>>
planProgram(ArrayRef<ProgramUnit> units, const ReaderOptions &reader,
            const CodegenOptions &options, bool singlePartition) {
  auto program = std::make_unique<ProgramPlan>(options);
  addUnits(*program, units);
  for (auto &unit : program->units)
    numberTypes(*program, *unit);
  if (Error error = resolveImports(*program, units))
    return error;
  if (options.isLibrary || !options.entry.empty())
    if (Error error =
            options.isLibrary ? findInitialize(*program) : findEntry(*program))
      return error;
  program->startsThreads = any_of(program->units, [](const auto &unit) {
    return importsThreadSpawn(unit->module);
  });
  if (program->startsThreads)
    if (Error error = checkThreads(*program))
      return error;
  if (options.manyInstances)
    if (Error error = checkInstances(*program))
      return error;
  for (auto &unit : program->units) {
    evaluateGlobals(*unit);
    findWasiMemory(*unit);
    if (Error error = checkMemory(*unit))
      return error;
    if (Error error = checkPayloads(unit->module))
      return error;
  }
  chooseMainMemory(*program);
  if (Error error = findHost(*program))
    return error;
  StringSet<> taken;
  for (auto &unit : program->units) {
    nameImports(*unit);
    nameSymbols(*unit, taken);
    findThrowers(*program, *unit);
  }
  for (auto &unit : program->units) {
    findConstantTables(*unit);
    if (options.opt != OptLevel::O0) {
      findWideMultiplies(*unit, reader);
      if (canUseKnownFunctions(*unit))
        unit->knownFunctions = findKnownFunctions(unit->module);
    }
    cutPartitions(*unit, singlePartition);
  }
  if (options.manyInstances)
    layOutInstances(*program, reader.limits.params * sizeof(WasmcSlot));
  return program;
}

} // namespace wasmc
