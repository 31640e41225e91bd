// What a program has once, emitted after its last module: the descriptor that
// the runtime reads, and wasmc_main, which instantiates all modules and runs
// the entry.

#include "FunctionEmitter.h"
#include "Library.h"
#include "ModuleEmitter.h"
#include "Target.h"
#include "abi/wasmc_abi.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"

using namespace llvm;

namespace wasmc {

void ModuleEmitter::emitProgram(const Policy &policy) {
  if (plan.program.usesTailCalls) {
    spillSlot(0);
    GlobalVariable *area = llvmModule.getNamedGlobal("wasmc.spill");
    area->setInitializer(Constant::getNullValue(area->getValueType()));
  }
  if (plan.program.script)
    emitScript(*plan.program.script);
  else
    emitEntry();
  emitTraceThunks();
  if (plan.program.startsThreads)
    emitThreadEntry();
  emitDescriptor(policy);
  if (plan.program.host) {
    emitHostInstance(*plan.program.host);
    if (plan.options.isLibrary)
      emitLibrary(*plan.program.host);
  }
  if (plan.program.usesExceptions)
    emitExceptionRoots();
}

// The policy as the runtime reads it: wasmc_abi.h has the format.
static std::string policyBlob(const Policy &policy) {
  std::string entries;
  uint32_t count = 0;
  auto addU32 = [](std::string &out, uint32_t value) {
    char bytes[4];
    support::endian::write32le(bytes, value);
    out.append(bytes, 4);
  };
  auto add = [&](uint8_t kind, StringRef first, StringRef second) {
    entries += char(kind);
    addU32(entries, first.size());
    entries += first;
    addU32(entries, second.size());
    entries += second;
    ++count;
  };
  for (const PreopenGrant &dir : policy.dirs)
    add(dir.readOnly ? WASMC_POLICY_DIR_RO : WASMC_POLICY_DIR, dir.host,
        dir.guest);
  for (const auto &[key, value] : policy.env)
    add(WASMC_POLICY_ENV, key, value);
  for (const std::string &key : policy.inheritEnvList)
    add(WASMC_POLICY_INHERIT_VAR, key, "");
  if (!policy.argv0.empty())
    add(WASMC_POLICY_ARGV0, policy.argv0, "");
  for (const std::string &arg : policy.args)
    add(WASMC_POLICY_ARG, arg, "");
  for (const std::string &address : policy.listen)
    add(WASMC_POLICY_LISTEN, address, "");
  std::string blob = "WASMCPOL";
  addU32(blob, 1);
  addU32(blob, 24 + entries.size());
  addU32(blob, (policy.lock ? WASMC_POLICY_LOCKED : 0) |
                   (policy.inheritEnv ? WASMC_POLICY_INHERIT_ENV : 0));
  addU32(blob, count);
  return blob + entries;
}

// What memory.grow may reach. A 32-bit memory stops one page short of 4 GiB,
// but may start with all; a checked one needs its address space reserved.
static uint64_t growthLimit(const MemoryType &type) {
  constexpr uint64_t mostReserved = uint64_t(64) << 30; // bytes
  uint64_t most = type.is64                 ? mostReserved >> type.pageSizeLog2
                  : type.pageSizeLog2 == 16 ? WASMC_MAX_PAGES
                                            : UINT32_MAX;
  return std::max(type.limits.min, std::min(type.limits.max, most));
}

GlobalVariable *ModuleEmitter::declareMemory(const std::string &symbol) {
  return declareData(symbol, memoryStructType(context()), false);
}

// As the runtime's WasmcMemoryType has it.
Constant *ModuleEmitter::placeOfMemory(const std::string &symbol) {
  if (!passesInstance())
    return declareMemory(symbol);
  return ConstantExpr::getIntToPtr(
      ConstantInt::get(Type::getInt64Ty(context()),
                       plan.program.instances.offsets.at(symbol)),
      PointerType::get(context(), 0));
}

Constant *ModuleEmitter::memoryTypes() {
  Type *i32 = Type::getInt32Ty(context());
  Type *i64 = Type::getInt64Ty(context());
  auto u64 = [&](uint64_t value) { return ConstantInt::get(i64, value); };
  auto *type =
      StructType::get(PointerType::get(context(), 0), i64, i64, i64, i32, i32);
  std::vector<Constant *> values;
  for (const auto &unit : plan.program.units) {
    const Module &module = unit->module;
    for (uint32_t i = 0; i < module.memories.size(); ++i) {
      if (!unit->ownsMemory(i))
        continue;
      const MemoryType &memory = module.memories[i].type;
      uint64_t base =
          unit->isFixedMemory(i) ? plan.options.memoryBaseAddress : 0;
      values.push_back(ConstantStruct::get(
          type, {placeOfMemory(unit->memorySymbols[i]), u64(base),
                 u64(memory.limits.min), u64(growthLimit(memory)),
                 ConstantInt::get(i32, uint64_t(1) << memory.pageSizeLog2),
                 ConstantInt::get(i32, unit->isCheckedMemory(i))}));
    }
  }
  return ConstantArray::get(ArrayType::get(type, values.size()), values);
}

Constant *ModuleEmitter::functionNames() {
  std::vector<Constant *> names;
  for (const auto &unit : plan.program.units)
    for (size_t i = 0; i < unit->partitions.size(); ++i)
      names.push_back(
          declareData(unit->namesSymbol(i), namesStructType(context()), true));
  return ConstantArray::get(
      ArrayType::get(PointerType::get(context(), 0), names.size()), names);
}

static bool usesWasi(const std::unique_ptr<ModulePlan> &unit) {
  for (uint32_t i = 0; i < unit->module.numImportedFunctions; ++i)
    if (unit->isHostFunction(i) && !unit->hostFunctions.count(i))
      return true;
  return false;
}

void ModuleEmitter::emitDescriptor(const Policy &policy) {
  Type *i32 = Type::getInt32Ty(context());
  Type *i64 = Type::getInt64Ty(context());
  auto u64 = [&](uint64_t value) { return ConstantInt::get(i64, value); };
  Constant *memories = memoryTypes();
  Constant *names = functionNames();
  Constant *null = Constant::getNullValue(PointerType::get(context(), 0));
  const bool closesDescriptors =
      plan.options.isLibrary && any_of(plan.program.units, usesWasi);
  const bool hasOne = plan.options.isLibrary && !passesInstance();
  std::string blob = policyBlob(policy);
  // A section of its own: whatever bytes a module contains, it is found.
  GlobalVariable *policyData =
      defineData("wasmc.policy", bytes(arrayRefFromStringRef(blob)), true);
  policyData->setSection(WASMC_POLICY_SECTION);
  defineData(
      "wasmc_module",
      structure({ConstantInt::get(i32, WASMC_ABI_VERSION),
                 ConstantInt::get(i32, cpuLevelOf(machine)),
                 defineData("wasmc.memories", memories, true),
                 u64(memories->getType()->getArrayNumElements()),
                 u64(plan.options.stackSize), policyData,
                 defineData("wasmc.names", names, true),
                 u64(names->getType()->getArrayNumElements()),
                 u64(plan.options.isLibrary), hasOne ? instance() : null,
                 u64(plan.program.instances.bytes), releaseAll(),
                 closesDescriptors
                     ? cast<Constant>(
                           runtime(RuntimeFunction::wasmc_close_descriptors)
                               .getCallee())
                     : null}),
      true);
}

// Where exnrefs are besides the stack.
void ModuleEmitter::emitExceptionRoots() {
  Constant *null = Constant::getNullValue(PointerType::get(context(), 0));
  std::vector<Constant *> roots;
  for (const auto &unit : plan.program.units) {
    const Module &module = unit->module;
    for (uint32_t i = module.numImportedGlobals; i < module.globals.size(); ++i)
      if (module.globals[i].type.type.isExnRef())
        roots.push_back(
            structure({declareData(unit->globalSymbols[i], null->getType(),
                                   !module.globals[i].type.isMutable),
                       null}));
    for (uint32_t i = module.numImportedTables; i < module.tables.size(); ++i)
      if (module.tables[i].type.element.isExnRef())
        roots.push_back(
            structure({null, declareData(unit->tableSymbols[i],
                                         tableStructType(context()), false)}));
  }
  auto *type = ArrayType::get(structure({null, null})->getType(), roots.size());
  Constant *list = ConstantArray::get(type, roots);
  defineData(
      "wasmc_exception_roots",
      structure({defineData("wasmc.exceptionroots", list, true),
                 ConstantInt::get(Type::getInt64Ty(context()), roots.size())}),
      true);
}

// A function that the runtime calls.
llvm::Function *ModuleEmitter::createEntry(ArrayRef<Type *> params,
                                           const Twine &symbol) {
  llvm::Function *function = createFunction(
      FunctionType::get(Type::getVoidTy(context()), params, false), symbol);
  function->setCallingConv(CallingConv::C);
  return function;
}

void ModuleEmitter::callOnAll(
    IRBuilder<> &builder,
    function_ref<std::string(const ModulePlan &)> symbolOf) {
  for (const auto &unit : plan.program.units) {
    const std::string symbol = symbolOf(*unit);
    llvm::Function *function = llvmModule.getFunction(symbol);
    if (!function)
      function = createEntry({}, symbol);
    builder.CreateCall(function)->setDoesNotThrow();
  }
}

// What the runtime and functions of the host find in one of many instances.
void ModuleEmitter::setUpInstance(IRBuilder<> &builder) {
  const Definition &main = plan.program.mainMemory;
  if (!main.unit)
    return;
  GlobalVariable *memory = declareMemory(main.unit->memorySymbols[main.index]);
  builder.CreateStore(
      memory, builder.CreateStructGEP(instanceStructType(context()), instance(),
                                      unsigned(InstanceField::memory)));
  builder.CreateStore(memory, callerMemory());
}

void ModuleEmitter::instantiateAll(IRBuilder<> &builder) {
  if (passesInstance())
    setUpInstance(builder);
  if (plan.options.isLibrary)
    callOnAll(builder,
              [](const ModulePlan &unit) { return unit.resetSymbol(); });
  callOnAll(builder,
            [](const ModulePlan &unit) { return unit.instantiateSymbol(); });
}

Constant *ModuleEmitter::releaseAll() {
  if (!passesInstance())
    return Constant::getNullValue(PointerType::get(context(), 0));
  llvm::Function *release = createEntry({}, "wasmc_release");
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", release));
  callOnAll(builder,
            [](const ModulePlan &unit) { return unit.releaseSymbol(); });
  builder.CreateRetVoid();
  return release;
}

void ModuleEmitter::emitEntry() {
  llvm::Function *main = createEntry({}, "wasmc_main");
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", main));
  instantiateAll(builder);
  if (plan.program.entry.unit) {
    llvm::Function *entry = indirectTarget(plan.program.entry);
    SmallVector<Value *, 1> arguments;
    if (passesInstance())
      arguments.push_back(instanceIn(*main));
    CallInst *call = builder.CreateCall(entry, arguments);
    if (passesInstance())
      setInstanceArgument(*call);
    call->setCallingConv(entry->getCallingConv());
    call->setDoesNotThrow();
  }
  builder.CreateRetVoid();
}

// A thread has its own instance of the module, whose segments and start
// function are those of any instantiation.
void ModuleEmitter::emitThreadEntry() {
  Type *i32 = Type::getInt32Ty(context());
  llvm::Function *main = createEntry({i32, i32}, "wasmc_thread_main");
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", main));
  instantiateAll(builder);
  llvm::Function *entry = indirectTarget(plan.program.threadEntry);
  CallInst *call =
      builder.CreateCall(entry, {main->getArg(0), main->getArg(1)});
  call->setCallingConv(entry->getCallingConv());
  call->setDoesNotThrow();
  builder.CreateRetVoid();
}

} // namespace wasmc
