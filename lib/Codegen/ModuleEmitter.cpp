// Builds the LLVM module of one partition; what a program has once is in
// ModuleMain.cpp.

#include "ModuleEmitter.h"
#include "Frontend/FunctionValidator.h"
#include "FunctionEmitter.h"
#include "HeapAccess.h"
#include "InlinedFrames.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Support/Endian.h"

using namespace llvm;

namespace wasmc {

ModuleEmitter::ModuleEmitter(const ModulePlan &plan,
                             const ReaderOptions &reader,
                             TargetMachine &machine, llvm::Module &llvmModule)
    : plan(plan), wasm(plan.module), reader(reader), machine(machine),
      llvmModule(llvmModule) {
  MDBuilder metadata(context());
  MDNode *root = metadata.createTBAARoot("wasmc");
  MDNode *heap = metadata.createTBAAScalarTypeNode("wasm heap", root);
  MDNode *state = metadata.createTBAAScalarTypeNode("wasm state", root);
  heapTag = metadata.createTBAAStructTagNode(heap, heap, 0);
  stateTag = metadata.createTBAAStructTagNode(state, state, 0);
}

std::unique_ptr<llvm::Module>
ModuleEmitter::createModule(const CodegenOptions &options,
                            TargetMachine &machine, LLVMContext &context,
                            StringRef name) {
  auto module = std::make_unique<llvm::Module>(name, context);
  module->setTargetTriple(machine.getTargetTriple().str());
  module->setDataLayout(machine.createDataLayout());
  if (options.target == TargetKind::Linux) {
    module->setPICLevel(PICLevel::BigPIC);
    if (!options.isLibrary)
      module->setPIELevel(PIELevel::Large);
  }
  // Backtraces unwind through every frame, at any instruction.
  module->setUwtable(UWTableKind::Async);
  return module;
}

bool ModuleEmitter::hasCpuFeatures(StringRef features) const {
  return machine.getMCSubtargetInfo()->checkFeatures(features.str());
}

Type *ModuleEmitter::llvmType(ValType type) {
  switch (type.kind) {
  case ValType::Kind::I32:
    return Type::getInt32Ty(context());
  case ValType::Kind::I64:
    return Type::getInt64Ty(context());
  case ValType::Kind::F32:
    return Type::getFloatTy(context());
  case ValType::Kind::F64:
    return Type::getDoubleTy(context());
  case ValType::Kind::V128:
    return FixedVectorType::get(Type::getInt8Ty(context()), 16);
  case ValType::Kind::Ref:
    return PointerType::get(context(), 0);
  case ValType::Kind::Bottom:
    break;
  }
  llvm_unreachable("not the type of a value");
}

FunctionType *ModuleEmitter::llvmType(const FuncType &type) {
  SmallVector<Type *, 8> params, results;
  if (passesInstance())
    params.push_back(PointerType::get(context(), 0));
  for (auto [i, param] : enumerate(type.params))
    if (!isSpilledParam(type, i))
      params.push_back(llvmType(param));
  for (ValType result :
       ArrayRef(type.results).take_front(countDirectResults(type)))
    results.push_back(llvmType(result));
  Type *result = results.empty()       ? Type::getVoidTy(context())
                 : results.size() == 1 ? results[0]
                                       : StructType::get(context(), results);
  return FunctionType::get(result, params, false);
}

FunctionType *ModuleEmitter::hostType(const FuncType &type) {
  SmallVector<Type *, 8> params, results;
  for (ValType param : type.params)
    params.push_back(llvmType(param));
  for (ValType result : type.results)
    results.push_back(llvmType(result));
  Type *result = results.empty()       ? Type::getVoidTy(context())
                 : results.size() == 1 ? results[0]
                                       : StructType::get(context(), results);
  return FunctionType::get(result, params, false);
}

// Windows passes four values in registers and vectors by reference; Linux six
// integers and eight floats or vectors. There, a callee takes arguments off the
// stack, which matters only to the stack pointer of a landing pad: it must be
// the same whoever throws.
bool ModuleEmitter::isSpilledParam(const FuncType &type, size_t index) const {
  if (!plan.program.usesTailCalls)
    return false;
  ValType param = type.params[index];
  ArrayRef<ValType> before = ArrayRef(type.params).take_front(index);
  if (plan.options.target == TargetKind::Windows) {
    auto isVector = [](ValType param) {
      return param.kind == ValType::Kind::V128;
    };
    return isVector(param) ||
           before.size() - llvm::count_if(before, isVector) >= 4;
  }
  if (!plan.program.usesExceptions)
    return false;
  auto isInteger = [](ValType param) {
    return param.isRef() || param.kind == ValType::Kind::I32 ||
           param.kind == ValType::Kind::I64;
  };
  size_t integers = llvm::count_if(before, isInteger);
  return isInteger(param) ? integers >= 6 : before.size() - integers >= 8;
}

// Two results of any type fit registers; more might be returned through
// memory of the caller, which a tail call cannot pass on.
size_t ModuleEmitter::countDirectResults(const FuncType &type) const {
  size_t count = type.results.size();
  return plan.program.usesTailCalls ? std::min<size_t>(count, 2) : count;
}

Constant *ModuleEmitter::spillSlot(size_t index) {
  Type *slot = Type::getInt128Ty(context());
  auto *area = declareData("wasmc.spill",
                           ArrayType::get(slot, reader.limits.params), false);
  area->setThreadLocal(plan.program.hasThreads());
  return ConstantExpr::getGetElementPtr(
      slot, area, ConstantInt::get(Type::getInt64Ty(context()), index));
}

llvm::Function *ModuleEmitter::createFunction(FunctionType *type,
                                              const Twine &symbol) {
  llvm::Function *function = llvm::Function::Create(
      type, GlobalValue::ExternalLinkage, symbol, &llvmModule);
  function->setVisibility(GlobalValue::HiddenVisibility);
  function->setDSOLocal(true);
  function->setCallingConv(callingConvention());
  function->setDoesNotThrow();
  function->setUWTableKind(UWTableKind::Async);
  // Runaway recursion must exhaust the stack: a call never becomes a jump.
  function->addFnAttr("disable-tail-calls", "true");
  // A frame larger than the guard must touch it. (Windows targets probe by
  // themselves.)
  if (plan.options.target == TargetKind::Linux)
    function->addFnAttr("probe-stack", "inline-asm");
  if (plan.memoriesAreCapped())
    function->addFnAttr(cappedMemoryAttribute);
  if (any_of(plan.module.memories,
             [](const auto &memory) { return memory.type.shared; }))
    function->addFnAttr(sharedMemoryAttribute);
  if (plan.options.opt == OptLevel::Os || plan.options.opt == OptLevel::Oz)
    function->addFnAttr(Attribute::OptimizeForSize);
  if (plan.options.opt == OptLevel::Oz)
    function->addFnAttr(Attribute::MinSize);
  return function;
}

llvm::Function *ModuleEmitter::createFunction(const FuncType &type,
                                              const Twine &symbol) {
  llvm::Function *function = createFunction(llvmType(type), symbol);
  if (passesInstance())
    setInstanceParam(*function, plan.program.instances.bytes);
  return function;
}

llvm::Function *ModuleEmitter::declareFunction(const Definition &definition) {
  const ModulePlan &unit = *definition.unit;
  const std::string &symbol = unit.functionSymbols[definition.index];
  if (llvm::Function *known = llvmModule.getFunction(symbol))
    return known;
  const FuncType &type = unit.module.typeOfFunction(definition.index);
  if (!ModulePlan::isHostFunction(definition)) {
    llvm::Function *function = createFunction(type, symbol);
    if (unit.mayThrow[definition.index])
      function->removeFnAttr(Attribute::NoUnwind);
    return function;
  }
  llvm::Function *host = llvm::Function::Create(
      hostType(type), GlobalValue::ExternalLinkage, symbol, &llvmModule);
  host->setDSOLocal(true);
  host->setDoesNotThrow();
  return host;
}

llvm::Function *ModuleEmitter::function(uint32_t funcidx) {
  return declareFunction(plan.functions[funcidx]);
}

llvm::Function *ModuleEmitter::indirectTarget(const Definition &function) {
  if (!ModulePlan::isHostFunction(function))
    return declareFunction(function);
  const ModulePlan &unit = *function.unit;
  std::string symbol = unit.thunkSymbol(function.index);
  if (llvm::Function *known = llvmModule.getFunction(symbol))
    return known;
  return createFunction(unit.module.typeOfFunction(function.index), symbol);
}

GlobalVariable *ModuleEmitter::declareData(const Twine &symbol, Type *type,
                                           bool isConstant) {
  SmallString<64> storage;
  StringRef name = symbol.toStringRef(storage);
  if (GlobalVariable *known = llvmModule.getNamedGlobal(name))
    return known;
  auto *variable =
      new GlobalVariable(llvmModule, type, isConstant,
                         GlobalValue::ExternalLinkage, nullptr, name);
  variable->setVisibility(GlobalValue::HiddenVisibility);
  variable->setDSOLocal(true);
  return variable;
}

GlobalVariable *ModuleEmitter::declareState(const Twine &symbol, Type *type) {
  GlobalVariable *variable = declareData(symbol, type, false);
  variable->setThreadLocal(plan.program.startsThreads);
  return variable;
}

GlobalVariable *ModuleEmitter::global(uint32_t globalidx) {
  const GlobalType &type = wasm.globals[globalidx].type;
  const std::string &symbol = plan.globalSymbols[globalidx];
  return type.isMutable ? declareState(symbol, llvmType(type.type))
                        : declareData(symbol, llvmType(type.type), true);
}

GlobalVariable *ModuleEmitter::table(uint32_t tableidx) {
  if (const auto &contents = plan.constantTables[tableidx])
    return declareData(
        plan.tableSymbols[tableidx],
        ArrayType::get(funcStructType(context()), contents->size()), true);
  return declareState(plan.tableSymbols[tableidx], tableStructType(context()));
}

GlobalVariable *ModuleEmitter::funcRef(const Definition &function) {
  return declareData(function.unit->funcRefSymbol(function.index),
                     funcStructType(context()), true);
}

GlobalVariable *ModuleEmitter::tag(uint32_t tagidx) {
  return declareData(plan.tagSymbols[tagidx], Type::getInt64Ty(context()),
                     true);
}

StructType *ModuleEmitter::exceptionType(uint32_t tagidx) {
  SmallVector<Type *, 6> fields = {PointerType::get(context(), 0),
                                   Type::getInt64Ty(context())};
  static_assert(firstPayloadField == 2);
  for (ValType type : wasm.payloadOf(tagidx))
    fields.push_back(llvmType(type));
  return StructType::get(context(), fields);
}

llvm::Function *ModuleEmitter::personality() {
  auto *type = FunctionType::get(Type::getInt32Ty(context()), true);
  FunctionCallee callee =
      llvmModule.getOrInsertFunction("wasmc_personality", type);
  auto *declaration = cast<llvm::Function>(callee.getCallee());
  declaration->setDSOLocal(true);
  return declaration;
}

bool ModuleEmitter::mayThrow(FunctionCallee callee) const {
  auto *known = dyn_cast<llvm::Function>(callee.getCallee());
  return known ? !known->doesNotThrow() : plan.program.usesExceptions;
}

GlobalVariable *ModuleEmitter::memory(uint32_t memidx) {
  return declareData(plan.memorySymbols[memidx], memoryStructType(context()),
                     false);
}

GlobalVariable *ModuleEmitter::callerMemory() {
  return declareData("wasmc_caller_memory", PointerType::get(context(), 0),
                     false);
}

GlobalVariable *ModuleEmitter::dataSegment(uint32_t dataidx) {
  return declareData(plan.dataSymbol(dataidx),
                     ArrayType::get(Type::getInt8Ty(context()),
                                    wasm.datas[dataidx].bytes.size()),
                     true);
}

GlobalVariable *ModuleEmitter::elemSegment(uint32_t elemidx) {
  return declareData(plan.elemSymbol(elemidx),
                     ArrayType::get(PointerType::get(context(), 0),
                                    wasm.elems[elemidx].size()),
                     true);
}

GlobalVariable *ModuleEmitter::segmentSize(const std::string &segmentSymbol) {
  return declareState(ModulePlan::sizeSymbol(segmentSymbol),
                      Type::getInt32Ty(context()));
}

Constant *ModuleEmitter::constant(const ConstValue &value) {
  Type *type = llvmType(value.type);
  switch (value.type.kind) {
  case ValType::Kind::I32:
  case ValType::Kind::I64:
    return ConstantInt::get(type, value.bits);
  case ValType::Kind::F32:
    return ConstantFP::get(
        context(), APFloat(APFloat::IEEEsingle(), APInt(32, value.bits)));
  case ValType::Kind::F64:
    return ConstantFP::get(
        context(), APFloat(APFloat::IEEEdouble(), APInt(64, value.bits)));
  case ValType::Kind::V128: {
    uint8_t bytes[16];
    support::endian::write64le(bytes, value.bits);
    support::endian::write64le(bytes + 8, value.highBits);
    return ConstantDataVector::get(context(), ArrayRef(bytes));
  }
  case ValType::Kind::Ref:
    if (value.func)
      return funcRef(*value.func);
    return Constant::getNullValue(type);
  default:
    llvm_unreachable("not the type of a constant");
  }
}

Error ModuleEmitter::emitFunctions(size_t partition) {
  ArrayRef<uint32_t> functions = plan.partitions[partition].functions;
  std::vector<NamedCode> code;
  for (uint32_t funcidx : functions) {
    const FuncType &type = wasm.typeOfFunction(funcidx);
    llvm::Function *target = function(funcidx);
    code.push_back({funcidx, target});
    auto known = plan.knownFunctions.find(funcidx);
    if (known != plan.knownFunctions.end()) {
      // The body is a function of its own, so that its registers are not saved
      // where it is not needed.
      llvm::Function *body = createFunction(type, plan.bodySymbol(funcidx));
      FunctionEmitter(*this, target, type).emitKnown(known->second, body);
      target = body;
      code.push_back({funcidx, body});
    }
    FunctionEmitter emitter(*this, target, type);
    if (Error error = visitFunction(wasm, funcidx, reader, emitter))
      return error;
  }
  emitFunctionNames(code, plan.namesSymbol(partition));
  return Error::success();
}

// A name for backtraces: NUL-terminated, so a NUL inside becomes '?'.
static std::string displayName(const wasmc::Module &wasm, uint32_t funcidx) {
  StringRef name = wasm.functions[funcidx].name;
  if (name.empty())
    return ("<wasm function " + Twine(funcidx) + ">").str();
  std::string text = name.str();
  std::replace(text.begin(), text.end(), '\0', '?');
  return text;
}

void ModuleEmitter::emitFunctionNames(ArrayRef<NamedCode> code,
                                      const std::string &symbol) {
  Type *i32 = Type::getInt32Ty(context());
  Type *i64 = Type::getInt64Ty(context());
  std::string text;
  std::vector<uint64_t> nameOffsets;
  for (const NamedCode &each : code) {
    nameOffsets.push_back(text.size());
    text += displayName(wasm, each.funcidx);
    text += '\0';
  }
  auto addPrivate = [&](Constant *init, const Twine &name) {
    return new GlobalVariable(llvmModule, init->getType(), true,
                              GlobalValue::PrivateLinkage, init, name);
  };
  auto *names = addPrivate(ConstantDataArray::getString(context(), text, false),
                           symbol + ".text");
  StructType *entryType = StructType::get(i32, i32);
  auto *entries = new GlobalVariable(
      llvmModule, ArrayType::get(entryType, code.size()), true,
      GlobalValue::PrivateLinkage, nullptr, symbol + ".entries");
  Constant *origin = ConstantExpr::getPtrToInt(entries, i64);
  auto relative = [&](Constant *address) {
    return ConstantExpr::getTrunc(
        ConstantExpr::getSub(ConstantExpr::getPtrToInt(address, i64), origin),
        i32);
  };
  std::vector<Constant *> values;
  for (auto [each, offset] : zip_equal(code, nameOffsets)) {
    Constant *name = ConstantExpr::getGetElementPtr(
        Type::getInt8Ty(context()), names, ConstantInt::get(i64, offset));
    values.push_back(ConstantStruct::get(
        entryType, {relative(each.function), relative(name)}));
  }
  entries->setInitializer(
      ConstantArray::get(cast<ArrayType>(entries->getValueType()), values));
  Constant *moduleName = addPrivate(
      ConstantDataArray::getString(context(), plan.name), symbol + ".module");
  GlobalVariable *table = declareData(symbol, namesStructType(context()), true);
  table->setInitializer(ConstantStruct::get(
      cast<StructType>(table->getValueType()),
      {entries, ConstantInt::get(i64, code.size()), moduleName,
       ConstantPointerNull::get(PointerType::get(context(), 0))}));
  llvmModule.getOrInsertNamedMetadata(functionNamesMetadata)
      ->addOperand(MDNode::get(context(), ConstantAsMetadata::get(table)));
}

} // namespace wasmc
