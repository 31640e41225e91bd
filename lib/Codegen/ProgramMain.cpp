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
          type, {declareMemory(unit->memorySymbols[i]), u64(base),
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

void ModuleEmitter::emitDescriptor(const Policy &policy) {
  Type *i32 = Type::getInt32Ty(context());
  Type *i64 = Type::getInt64Ty(context());
  auto u64 = [&](uint64_t value) { return ConstantInt::get(i64, value); };
  Constant *memories = memoryTypes();
  Constant *names = functionNames();
  std::string blob = policyBlob(policy);
  // A section of its own: whatever bytes a module contains, it is found.
  GlobalVariable *policyData =
      defineData("wasmc.policy", bytes(arrayRefFromStringRef(blob)), true);
  policyData->setSection(WASMC_POLICY_SECTION);
  defineData("wasmc_module",
             structure({ConstantInt::get(i32, WASMC_ABI_VERSION),
                        ConstantInt::get(i32, cpuLevelOf(machine)),
                        defineData("wasmc.memories", memories, true),
                        u64(memories->getType()->getArrayNumElements()),
                        u64(plan.options.stackSize), policyData,
                        defineData("wasmc.names", names, true),
                        u64(names->getType()->getArrayNumElements()),
                        u64(plan.options.isLibrary)}),
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

void ModuleEmitter::instantiateAll(IRBuilder<> &builder) {
  FunctionType *type = FunctionType::get(builder.getVoidTy(), false);
  auto call = [&](const std::string &symbol) {
    llvm::Function *function = llvmModule.getFunction(symbol);
    if (!function)
      function = createFunction(type, symbol);
    function->setCallingConv(CallingConv::C);
    builder.CreateCall(function)->setDoesNotThrow();
  };
  for (const auto &unit : plan.program.units) {
    if (plan.options.isLibrary)
      call(unit->resetSymbol());
    call(unit->instantiateSymbol());
  }
}

void ModuleEmitter::emitEntry() {
  FunctionType *type = FunctionType::get(Type::getVoidTy(context()), false);
  llvm::Function *main = createFunction(type, "wasmc_main");
  main->setCallingConv(CallingConv::C);
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", main));
  instantiateAll(builder);
  if (plan.program.entry.unit) {
    llvm::Function *entry = indirectTarget(plan.program.entry);
    CallInst *call = builder.CreateCall(entry);
    call->setCallingConv(entry->getCallingConv());
    call->setDoesNotThrow();
  }
  builder.CreateRetVoid();
}

// A thread has its own instance of the module, whose segments and start
// function are those of any instantiation.
void ModuleEmitter::emitThreadEntry() {
  Type *i32 = Type::getInt32Ty(context());
  FunctionType *type =
      FunctionType::get(Type::getVoidTy(context()), {i32, i32}, false);
  llvm::Function *main = createFunction(type, "wasmc_thread_main");
  main->setCallingConv(CallingConv::C);
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
