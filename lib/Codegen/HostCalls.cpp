// What stands between a module and a host in C: the functions of a library's
// header, and those that call a function of the host for an import.

#include "FunctionEmitter.h"
#include "Library.h"
#include "ModuleEmitter.h"
#include "ScriptProgram.h"

using namespace llvm;

namespace wasmc {

static FunctionType *slotFunctionType(LLVMContext &context) {
  return FunctionType::get(Type::getVoidTy(context),
                           {PointerType::get(context, 0)}, false);
}

llvm::Function *ModuleEmitter::createHostVisible(FunctionType *type,
                                                 const Twine &symbol) {
  llvm::Function *function = createFunction(type, symbol);
  function->setCallingConv(CallingConv::C);
  function->setVisibility(GlobalValue::DefaultVisibility);
  return function;
}

GlobalVariable *ModuleEmitter::instance() {
  return declareData("wasmc_instance", instanceStructType(context()), false);
}

// One of the functions that every library has: the runtime does it.
void ModuleEmitter::forwardToRuntime(const Twine &symbol,
                                     RuntimeFunction function) {
  FunctionCallee callee = runtime(function);
  llvm::Function *forward = createHostVisible(callee.getFunctionType(), symbol);
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", forward));
  SmallVector<Value *, 3> arguments;
  for (Argument &argument : forward->args())
    arguments.push_back(&argument);
  CallInst *call = builder.CreateCall(callee, arguments);
  if (call->getType()->isVoidTy())
    builder.CreateRetVoid();
  else
    builder.CreateRet(call);
}

// Arguments and results go through slots, because the runtime calls what it
// knows no type of.
void ModuleEmitter::emitLibraryFunction(const LibraryInterface &interface,
                                        const LibraryExport &exported) {
  static const FuncType noType;
  const FuncType &type = wasm.typeOfFunction(exported.index);
  llvm::Function *inner = createFunction(slotFunctionType(context()),
                                         "wasmc.call." + exported.name);
  inner->setCallingConv(CallingConv::C);
  FunctionEmitter(*this, inner, noType)
      .callOnSlots({ScriptFunction::Kind::Call, 0, exported.index});

  Type *pointer = PointerType::get(context(), 0);
  SmallVector<Type *, 8> params = {pointer};
  for (ValType param : type.params)
    params.push_back(isPassedByPointer(param) ? pointer : llvmType(param));
  params.append(type.results.size(), pointer);
  llvm::Function *outer = createHostVisible(
      FunctionType::get(Type::getInt32Ty(context()), params, false),
      interface.symbol(exported.name));
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", outer));
  size_t count = std::max(type.params.size(), type.results.size());
  auto *slotType = StructType::get(builder.getInt64Ty(), builder.getInt64Ty());
  const Align slotAlignment(8);
  Value *slots = builder.CreateAlloca(
      slotType, builder.getInt32(std::max<size_t>(count, 1)));
  auto slot = [&](size_t i) {
    return builder.CreateConstInBoundsGEP1_64(slotType, slots, i);
  };
  for (auto [i, param] : enumerate(type.params)) {
    Value *value = outer->getArg(1 + i);
    if (isPassedByPointer(param))
      value = builder.CreateAlignedLoad(llvmType(param), value, Align(1));
    builder.CreateAlignedStore(value, slot(i), slotAlignment);
  }
  Value *status =
      builder.CreateCall(runtime(RuntimeFunction::wasmc_library_call),
                         {outer->getArg(0), inner, slots});
  auto *done = BasicBlock::Create(context(), "done", outer);
  auto *end = BasicBlock::Create(context(), "end", outer);
  builder.CreateCondBr(builder.CreateIsNull(status), done, end);
  builder.SetInsertPoint(done);
  for (auto [i, result] : enumerate(type.results)) {
    Value *place = outer->getArg(1 + type.params.size() + i);
    auto *store = BasicBlock::Create(context(), "store", outer, end);
    auto *next = BasicBlock::Create(context(), "next", outer, end);
    builder.CreateCondBr(builder.CreateIsNull(place), next, store);
    builder.SetInsertPoint(store);
    Value *value =
        builder.CreateAlignedLoad(llvmType(result), slot(i), slotAlignment);
    if (isPassedByPointer(result))
      builder.CreateAlignedStore(value, place, Align(1));
    else
      builder.CreateStore(value, place);
    builder.CreateBr(next);
    builder.SetInsertPoint(next);
  }
  builder.CreateBr(end);
  builder.SetInsertPoint(end);
  builder.CreateRet(status);
}

// A function of the host's that is given an instance, and works on it without
// running guest code.
llvm::Function *ModuleEmitter::createAccessor(FunctionType *type,
                                              const Twine &symbol) {
  llvm::Function *function = createHostVisible(type, symbol);
  if (passesInstance())
    setInstanceParam(*function, plan.program.instances.bytes);
  return function;
}

// Loads from, or stores to, what the pointer is to.
void ModuleEmitter::emitGetter(const Twine &symbol, Type *type,
                               Constant *place) {
  Type *pointer = PointerType::get(context(), 0);
  llvm::Function *function =
      createAccessor(FunctionType::get(type, {pointer}, false), symbol);
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", function));
  builder.CreateRet(builder.CreateLoad(type, place));
}

void ModuleEmitter::emitLibraryGlobal(const LibraryInterface &interface,
                                      const LibraryExport &exported) {
  const GlobalType &type = wasm.globals[exported.index].type;
  Type *valueType = llvmType(type.type);
  GlobalVariable *variable = global(exported.index);
  emitGetter(interface.symbol("get_" + exported.name), valueType, variable);
  if (!type.isMutable)
    return;
  llvm::Function *setter = createAccessor(
      FunctionType::get(Type::getVoidTy(context()),
                        {PointerType::get(context(), 0), valueType}, false),
      interface.symbol("set_" + exported.name));
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", setter));
  builder.CreateStore(setter->getArg(1), variable);
  builder.CreateRetVoid();
}

// What host functions are given.
void ModuleEmitter::emitHostInstance(const LibraryInterface &interface) {
  const Definition &main = plan.program.mainMemory;
  auto *type = instanceStructType(context());
  SmallVector<Constant *, 5> fields;
  for (Type *field : type->elements())
    fields.push_back(Constant::getNullValue(field));
  if (main.unit)
    fields[unsigned(InstanceField::memory)] =
        declareMemory(main.unit->memorySymbols[main.index]);
  instance()->setInitializer(ConstantStruct::get(type, fields));
  llvm::Function *marker = createHostVisible(
      FunctionType::get(Type::getVoidTy(context()), false),
      interface.symbol("interface_" + interface.fingerprint()));
  IRBuilder<>(BasicBlock::Create(context(), "entry", marker)).CreateRetVoid();
}

void ModuleEmitter::emitLibrary(const LibraryInterface &interface) {
  forwardToRuntime(interface.symbol("instantiate"),
                   RuntimeFunction::wasmc_library_instantiate);
  forwardToRuntime(interface.symbol("free"),
                   RuntimeFunction::wasmc_library_free);
  forwardToRuntime(interface.symbol("error"),
                   RuntimeFunction::wasmc_library_error);
  forwardToRuntime(interface.symbol("exit_code"),
                   RuntimeFunction::wasmc_library_exit_code);
  forwardToRuntime(interface.symbol("on_failure"),
                   RuntimeFunction::wasmc_library_on_failure);
  for (const LibraryExport &function : interface.functions)
    emitLibraryFunction(interface, function);
  for (const LibraryExport &exported : interface.globals)
    emitLibraryGlobal(interface, exported);
  for (const LibraryExport &exported : interface.memories) {
    auto *type = memoryStructType(context());
    auto field = [&](MemoryField which) {
      Type *i32 = Type::getInt32Ty(context());
      return ConstantExpr::getInBoundsGetElementPtr(
          type, memory(exported.index),
          ArrayRef<Constant *>({ConstantInt::get(i32, 0),
                                ConstantInt::get(i32, unsigned(which))}));
    };
    emitGetter(interface.symbol(exported.name + "_data"),
               PointerType::get(context(), 0), field(MemoryField::base));
    emitGetter(interface.symbol(exported.name + "_size"),
               Type::getInt64Ty(context()), field(MemoryField::bytes));
  }
}

// The host's function gets the instance first, and pointers to vectors and to
// results that it does not return.
void ModuleEmitter::emitHostThunk(uint32_t funcidx, StringRef symbol) {
  llvm::Function *thunk = function(funcidx);
  thunk->setVisibility(GlobalValue::HiddenVisibility);
  thunk->setUWTableKind(UWTableKind::Async);
  const FuncType &type = wasm.typeOfFunction(funcidx);
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", thunk));
  SmallVector<Value *, 8> arguments = {instance()}, results;
  for (auto [argument, param] : zip_equal(thunk->args(), type.params)) {
    Value *value = &argument;
    if (isPassedByPointer(param)) {
      value = builder.CreateAlloca(argument.getType());
      builder.CreateStore(&argument, value);
    }
    arguments.push_back(value);
  }
  const bool isDirect = returnsDirectly(type);
  if (!isDirect)
    for (ValType result : type.results)
      results.push_back(builder.CreateAlloca(llvmType(result)));
  arguments.append(results.begin(), results.end());
  SmallVector<Type *, 8> params;
  for (Value *argument : arguments)
    params.push_back(argument->getType());
  Type *resultType = isDirect ? llvmType(type.results[0]) : builder.getVoidTy();
  FunctionCallee host = llvmModule.getOrInsertFunction(
      symbol, FunctionType::get(resultType, params, false));
  if (plan.options.isLibrary)
    builder.CreateCall(runtime(RuntimeFunction::wasmc_leave_guest));
  Value *result = builder.CreateCall(host, arguments);
  if (plan.options.isLibrary)
    builder.CreateCall(runtime(RuntimeFunction::wasmc_enter_guest));
  if (type.results.empty()) {
    builder.CreateRetVoid();
    return;
  }
  if (type.results.size() == 1 && !isDirect)
    result = builder.CreateLoad(llvmType(type.results[0]), results[0]);
  if (type.results.size() > 1) {
    result = PoisonValue::get(thunk->getReturnType());
    for (auto [i, place] : enumerate(results))
      result = builder.CreateInsertValue(
          result, builder.CreateLoad(llvmType(type.results[i]), place), i);
  }
  builder.CreateRet(result);
}

void ModuleEmitter::emitHostThunks() {
  for (const auto &[funcidx, symbol] : plan.hostFunctions)
    emitHostThunk(funcidx, symbol);
}

// Puts back what the module's instance before this one changed.
void ModuleEmitter::emitReset() {
  llvm::Function *function = createFunction(
      FunctionType::get(Type::getVoidTy(context()), false), plan.resetSymbol());
  function->setCallingConv(CallingConv::C);
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", function));
  auto restore = [&](GlobalVariable *variable) {
    if (!variable->isConstant())
      builder.CreateStore(variable->getInitializer(), variable);
  };
  for (uint32_t i = wasm.numImportedGlobals; i < wasm.globals.size(); ++i)
    restore(global(i));
  for (uint32_t i = 0; i < wasm.datas.size(); ++i)
    restore(segmentSize(plan.dataSymbol(i)));
  for (uint32_t i = 0; i < wasm.elems.size(); ++i)
    restore(segmentSize(plan.elemSymbol(i)));
  for (uint32_t i = wasm.numImportedTables; i < wasm.tables.size(); ++i) {
    if (plan.constantTables[i])
      continue;
    // A new instance of many is zero, and has grown no table.
    if (passesInstance()) {
      restore(table(i));
      continue;
    }
    builder.CreateCall(runtime(RuntimeFunction::wasmc_table_free), table(i));
    restore(table(i));
    GlobalVariable *elements =
        llvmModule.getNamedGlobal(plan.tableElementsSymbol(i));
    builder.CreateMemSet(
        elements, builder.getInt8(0),
        llvmModule.getDataLayout().getTypeAllocSize(elements->getValueType()),
        Align(8));
  }
  builder.CreateRetVoid();
}

void ModuleEmitter::emitRelease() {
  llvm::Function *function = createEntry({}, plan.releaseSymbol());
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", function));
  for (uint32_t i = wasm.numImportedTables; i < wasm.tables.size(); ++i)
    if (!plan.constantTables[i])
      builder.CreateCall(runtime(RuntimeFunction::wasmc_table_free), table(i));
  builder.CreateRetVoid();
}

} // namespace wasmc
