// What a program has once, emitted into its main partition: globals, tables,
// segments, the descriptor that the runtime reads, and wasmc_main, which
// instantiates the module (core spec 4.5.4) and runs it.

#include "FunctionEmitter.h"
#include "ModuleEmitter.h"
#include "Target.h"
#include "abi/wasmc_abi.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"

using namespace llvm;

namespace wasmc {

GlobalVariable *ModuleEmitter::defineData(const Twine &symbol, Constant *init,
                                          bool isConstant) {
  GlobalVariable *variable = declareData(symbol, init->getType(), isConstant);
  variable->setInitializer(init);
  return variable;
}

Constant *ModuleEmitter::bytes(ArrayRef<uint8_t> data) {
  return ConstantDataArray::get(context(), data);
}

Constant *ModuleEmitter::structure(ArrayRef<Constant *> fields) {
  return ConstantStruct::getAnon(context(), fields);
}

void ModuleEmitter::emitMain(ArrayRef<std::string> namesSymbols) {
  emitGlobals();
  emitTables();
  emitDataSegments();
  emitElemSegments();
  emitEntry();
  emitDescriptor(namesSymbols);
  // Last: only what the others refer to.
  emitFuncRefs();
  emitImportThunks();
}

void ModuleEmitter::emitGlobals() {
  if (wasm.facts.usesTailCalls) {
    spillSlot(0);
    GlobalVariable *area = llvmModule->getNamedGlobal("wasmc.spill");
    area->setInitializer(Constant::getNullValue(area->getValueType()));
  }
  for (uint32_t i = 0; i < wasm.globals.size(); ++i)
    global(i)->setInitializer(constant(plan.initialValue(i)));
}

void ModuleEmitter::emitTables() {
  for (uint32_t i = 0; i < wasm.tables.size(); ++i)
    if (plan.constantTables[i])
      emitConstantTable(i);
    else
      emitMutableTable(i);
}

void ModuleEmitter::emitConstantTable(uint32_t tableidx) {
  Type *i32 = Type::getInt32Ty(context());
  StructType *type = funcStructType(context());
  Constant *null = ConstantStruct::get(
      type, {Constant::getNullValue(type->getElementType(0)),
             ConstantInt::get(i32, nullFuncType), ConstantInt::get(i32, 0)});
  std::vector<Constant *> elements;
  for (std::optional<uint32_t> funcidx : *plan.constantTables[tableidx]) {
    if (!funcidx) {
      elements.push_back(null);
      continue;
    }
    uint32_t typeIndex = wasm.functions[*funcidx].typeIndex;
    elements.push_back(ConstantStruct::get(
        type, {indirectTarget(*funcidx),
               ConstantInt::get(i32, plan.canonicalTypes[typeIndex]),
               ConstantInt::get(i32, *funcidx)}));
  }
  GlobalVariable *variable = table(tableidx);
  variable->setInitializer(
      ConstantArray::get(cast<ArrayType>(variable->getValueType()), elements));
}

void ModuleEmitter::emitMutableTable(uint32_t tableidx) {
  const Table &table = wasm.tables[tableidx];
  Type *i32 = Type::getInt32Ty(context());
  Type *pointer = PointerType::get(context(), 0);
  uint64_t size = table.type.limits.min;
  auto *arrayType = ArrayType::get(pointer, size);
  auto *elements = new GlobalVariable(
      *llvmModule, arrayType, false, GlobalValue::PrivateLinkage,
      Constant::getNullValue(arrayType),
      plan.tableSymbols[tableidx] + ".elements");
  uint64_t max =
      std::min<uint64_t>(table.type.limits.max, reader.limits.tableEntries);
  this->table(tableidx)->setInitializer(ConstantStruct::get(
      tableStructType(context()),
      {elements, ConstantInt::get(i32, size), ConstantInt::get(i32, max),
       ConstantInt::get(i32, 0), ConstantInt::get(i32, 0)}));
}

void ModuleEmitter::emitDataSegments() {
  for (uint32_t i = 0; i < wasm.datas.size(); ++i) {
    dataSegment(i)->setInitializer(bytes(wasm.datas[i].bytes));
    segmentSize(plan.dataSymbol(i))
        ->setInitializer(ConstantInt::get(Type::getInt32Ty(context()),
                                          wasm.datas[i].bytes.size()));
  }
}

// A segment whose only use is to fill a constant table is not needed.
static bool isFoldedIntoTable(const ModulePlan &plan, const ElemSegment &elem) {
  return elem.mode == ElemSegment::Mode::Active &&
         plan.constantTables[elem.table].has_value();
}

void ModuleEmitter::emitElemSegments() {
  for (uint32_t i = 0; i < wasm.elems.size(); ++i) {
    const ElemSegment &elem = wasm.elems[i];
    bool isEmpty = elem.mode == ElemSegment::Mode::Declarative ||
                   isFoldedIntoTable(plan, elem);
    std::vector<Constant *> elements;
    for (size_t n = 0; n < elem.size(); ++n)
      elements.push_back(elem.usesExprs
                             ? constant(plan.evaluate(elem.exprs[n]))
                             : cast<Constant>(funcRef(elem.funcs[n])));
    GlobalVariable *segment = elemSegment(i);
    segment->setInitializer(
        ConstantArray::get(cast<ArrayType>(segment->getValueType()), elements));
    segmentSize(plan.elemSymbol(i))
        ->setInitializer(ConstantInt::get(Type::getInt32Ty(context()),
                                          isEmpty ? 0 : elem.size()));
  }
}

void ModuleEmitter::emitFuncRefs() {
  Type *i32 = Type::getInt32Ty(context());
  for (uint32_t i = 0; i < wasm.functions.size(); ++i) {
    if (!wasm.facts.functionReferenced[i])
      continue;
    uint32_t type = plan.canonicalTypes[wasm.functions[i].typeIndex];
    funcRef(i)->setInitializer(
        ConstantStruct::get(funcStructType(context()),
                            {indirectTarget(i), ConstantInt::get(i32, type),
                             ConstantInt::get(i32, i)}));
  }
}

// References to imports call through a thunk, which changes from the calling
// convention of all indirect calls to C's.
void ModuleEmitter::emitImportThunks() {
  for (uint32_t i = 0; i < wasm.numImportedFunctions; ++i) {
    llvm::Function *thunk = llvmModule->getFunction(plan.thunkSymbol(i));
    if (!thunk)
      continue;
    const FuncType &type = wasm.typeOfFunction(i);
    FunctionEmitter emitter(*this, thunk, type);
    for (uint32_t param = 0; param < type.params.size(); ++param)
      emitter.LocalGet({param});
    emitter.Call({i});
    emitter.End({});
  }
}

Constant *ModuleEmitter::policyBlob() {
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
  const Policy &policy = plan.options.policy;
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
  std::string blob = "WASMCPOL";
  addU32(blob, 1);
  addU32(blob, 24 + entries.size());
  addU32(blob, (policy.lock ? WASMC_POLICY_LOCKED : 0) |
                   (policy.inheritEnv ? WASMC_POLICY_INHERIT_ENV : 0));
  addU32(blob, count);
  return bytes(arrayRefFromStringRef(blob + entries));
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

Constant *ModuleEmitter::memoryTypes() {
  Type *i32 = Type::getInt32Ty(context());
  Type *i64 = Type::getInt64Ty(context());
  auto u64 = [&](uint64_t value) { return ConstantInt::get(i64, value); };
  auto *type =
      StructType::get(PointerType::get(context(), 0), i64, i64, i64, i32, i32);
  std::vector<Constant *> values;
  for (uint32_t i = 0; i < wasm.memories.size(); ++i) {
    const MemoryType &memory = wasm.memories[i].type;
    GlobalVariable *variable = this->memory(i);
    if (i != plan.wasiMemory)
      variable->setInitializer(
          Constant::getNullValue(variable->getValueType()));
    values.push_back(ConstantStruct::get(
        type, {variable,
               u64(plan.isFixedMemory(i) ? plan.options.memoryBaseAddress : 0),
               u64(memory.limits.min), u64(growthLimit(memory)),
               ConstantInt::get(i32, uint64_t(1) << memory.pageSizeLog2),
               ConstantInt::get(i32, plan.isCheckedMemory(i))}));
  }
  return ConstantArray::get(ArrayType::get(type, values.size()), values);
}

void ModuleEmitter::emitDescriptor(ArrayRef<std::string> namesSymbols) {
  Type *i32 = Type::getInt32Ty(context());
  Type *i64 = Type::getInt64Ty(context());
  Type *pointer = PointerType::get(context(), 0);
  auto u64 = [&](uint64_t value) { return ConstantInt::get(i64, value); };
  const CodegenOptions &options = plan.options;

  std::vector<Constant *> names;
  for (const std::string &symbol : namesSymbols)
    names.push_back(declareData(symbol, StructType::get(pointer, i64), true));
  GlobalVariable *namesTable = defineData(
      "wasmc.names",
      ConstantArray::get(ArrayType::get(pointer, names.size()), names), true);
  GlobalVariable *moduleName = defineData(
      "wasmc.modulename",
      ConstantDataArray::getString(context(), options.moduleName), true);
  GlobalVariable *policy = defineData("wasmc.policy", policyBlob(), true);

  defineData("wasmc_module",
             structure({ConstantInt::get(i32, WASMC_ABI_VERSION),
                        ConstantInt::get(i32, cpuLevelOf(machine)),
                        defineData("wasmc.memories", memoryTypes(), true),
                        u64(wasm.memories.size()), u64(options.stackSize),
                        moduleName, policy, namesTable, u64(names.size())}),
             true);
}

// Fills the tables whose elements do not start as null.
void ModuleEmitter::fillTables(FunctionEmitter &emitter) {
  for (uint32_t i = 0; i < wasm.tables.size(); ++i) {
    const Table &table = wasm.tables[i];
    if (!table.init || plan.constantTables[i])
      continue;
    std::optional<uint32_t> initial = plan.evaluate(*table.init).func;
    if (!initial)
      continue;
    emitter.I32Const({0});
    emitter.RefFunc({*initial});
    emitter.I64Const({table.type.limits.min});
    emitter.TableFill({i});
  }
}

// Instantiation in the words of the specification: each active segment is an
// init and a drop, then the start function, then the program's entry.
void ModuleEmitter::emitEntry() {
  static const FuncType noType;
  llvm::Function *main = createFunction(llvmType(noType), "wasmc_main");
  main->setCallingConv(CallingConv::C);
  FunctionEmitter emitter(*this, main, noType);
  auto pushRange = [&](const ConstExpr &offset, size_t size) {
    ConstValue start = plan.evaluate(offset);
    if (start.type.kind == ValType::Kind::I64)
      emitter.I64Const({start.bits});
    else
      emitter.I32Const({uint32_t(start.bits)});
    emitter.I32Const({0});
    emitter.I32Const({uint32_t(size)});
  };
  fillTables(emitter);
  for (uint32_t i = 0; i < wasm.elems.size(); ++i) {
    const ElemSegment &elem = wasm.elems[i];
    if (elem.mode != ElemSegment::Mode::Active || isFoldedIntoTable(plan, elem))
      continue;
    pushRange(elem.tableOffset, elem.size());
    emitter.TableInit({i, elem.table});
    emitter.ElemDrop({i});
  }
  for (uint32_t i = 0; i < wasm.datas.size(); ++i) {
    const DataSegment &data = wasm.datas[i];
    if (!data.isActive)
      continue;
    pushRange(data.memoryOffset, data.bytes.size());
    emitter.MemoryInit({i, data.memory});
    emitter.DataDrop({i});
  }
  if (wasm.start)
    emitter.Call({*wasm.start});
  emitter.Call({plan.entryFunction});
  emitter.End({});
}

} // namespace wasmc
