// What a module has once: globals, tables, segments, and the function that
// instantiates it (core spec 4.5.4).

#include "FunctionEmitter.h"
#include "ModuleEmitter.h"

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

void ModuleEmitter::emitInstance() {
  emitGlobals();
  emitTags();
  emitTables();
  emitMemories();
  emitDataSegments();
  emitElemSegments();
  emitInstantiate();
  if (plan.program.script)
    emitScriptFunctions(*plan.program.script);
  emitHostThunks();
  if (plan.options.isLibrary)
    emitReset();
  if (passesInstance())
    emitRelease();
  // Last: only what the others refer to.
  emitFuncRefs();
  emitImportThunks();
}

void ModuleEmitter::emitGlobals() {
  for (uint32_t i = wasm.numImportedGlobals; i < wasm.globals.size(); ++i)
    global(i)->setInitializer(constant(plan.initialValue(i)));
}

void ModuleEmitter::emitTags() {
  const DataLayout &layout = llvmModule.getDataLayout();
  for (uint32_t i = wasm.numImportedTags; i < wasm.tags.size(); ++i)
    tag(i)->setInitializer(
        ConstantInt::get(Type::getInt64Ty(context()),
                         layout.getTypeAllocSize(exceptionType(i))));
}

void ModuleEmitter::emitTables() {
  for (uint32_t i = wasm.numImportedTables; i < wasm.tables.size(); ++i)
    if (plan.constantTables[i])
      emitConstantTable(i);
    else
      emitMutableTable(i);
}

Constant *ModuleEmitter::funcRecord(const Definition &function) {
  Type *i32 = Type::getInt32Ty(context());
  const ModulePlan &unit = *function.unit;
  uint32_t typeIndex = unit.module.functions[function.index].typeIndex;
  return ConstantStruct::get(
      funcStructType(context()),
      {indirectTarget(function),
       ConstantInt::get(i32, unit.canonicalTypes[typeIndex]),
       ConstantInt::get(i32, function.index)});
}

void ModuleEmitter::emitConstantTable(uint32_t tableidx) {
  Type *i32 = Type::getInt32Ty(context());
  StructType *type = funcStructType(context());
  Constant *null = ConstantStruct::get(
      type, {Constant::getNullValue(type->getElementType(0)),
             ConstantInt::get(i32, nullFuncType), ConstantInt::get(i32, 0)});
  std::vector<Constant *> elements;
  for (const std::optional<Definition> &function :
       *plan.constantTables[tableidx])
    elements.push_back(function ? funcRecord(*function) : null);
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
  GlobalVariable *elements =
      declareState(plan.tableElementsSymbol(tableidx), arrayType);
  elements->setInitializer(Constant::getNullValue(arrayType));
  const bool isPlaced = plan.program.startsThreads || passesInstance();
  uint64_t max =
      std::min<uint64_t>(table.type.limits.max, reader.limits.tableEntries);
  this->table(tableidx)->setInitializer(ConstantStruct::get(
      tableStructType(context()),
      {isPlaced ? Constant::getNullValue(pointer) : elements,
       ConstantInt::get(i32, size), ConstantInt::get(i32, max),
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

// Of what the module defines or has of the runtime; what another module
// provides has its record there.
void ModuleEmitter::emitFuncRefs() {
  for (uint32_t i = 0; i < wasm.functions.size(); ++i)
    if (wasm.facts.functionReferenced[i] && plan.functions[i].unit == &plan)
      funcRef(i)->setInitializer(funcRecord(plan.functions[i]));
}

// References to the runtime's functions call through a thunk, which changes
// from the calling convention of all indirect calls to C's.
void ModuleEmitter::emitImportThunks() {
  for (uint32_t i = 0; i < wasm.numImportedFunctions; ++i) {
    if (plan.functions[i].unit != &plan)
      continue;
    llvm::Function *thunk = llvmModule.getFunction(plan.thunkSymbol(i));
    // The same function may be imported twice.
    if (!thunk || !thunk->isDeclaration())
      continue;
    const FuncType &type = wasm.typeOfFunction(i);
    FunctionEmitter emitter(*this, thunk, type);
    for (uint32_t param = 0; param < type.params.size(); ++param)
      emitter.LocalGet({param});
    emitter.Call({i});
    emitter.End({});
  }
}

void ModuleEmitter::emitMemories() {
  for (uint32_t i = 0; i < wasm.memories.size(); ++i) {
    // The runtime defines the main memory.
    if (!plan.ownsMemory(i) || plan.program.mainMemory == plan.memories[i])
      continue;
    GlobalVariable *variable = memory(i);
    variable->setInitializer(Constant::getNullValue(variable->getValueType()));
  }
}

// Links each thread's or instance's tables to their elements, whose addresses
// are known only there.
void ModuleEmitter::placeTables(FunctionEmitter &emitter) {
  if (!plan.program.startsThreads && !passesInstance())
    return;
  for (uint32_t i = wasm.numImportedTables; i < wasm.tables.size(); ++i)
    if (!plan.constantTables[i])
      emitter.placeTable(
          i, llvmModule.getNamedGlobal(plan.tableElementsSymbol(i)));
}

// Fills the tables whose elements do not start as null.
void ModuleEmitter::fillTables(FunctionEmitter &emitter) {
  for (uint32_t i = wasm.numImportedTables; i < wasm.tables.size(); ++i) {
    const Table &table = wasm.tables[i];
    if (!table.init || plan.constantTables[i])
      continue;
    std::optional<Definition> initial = plan.evaluate(*table.init).func;
    if (!initial)
      continue;
    emitter.I32Const({0});
    emitter.pushReference(*initial);
    emitter.I64Const({table.type.limits.min});
    emitter.TableFill({i});
  }
}

// Instantiation in the words of the specification: imports are checked, each
// active segment is an init and a drop, then the start function runs.
void ModuleEmitter::emitInstantiate() {
  static const FuncType noType;
  llvm::Function *function =
      createFunction(hostType(noType), plan.instantiateSymbol());
  function->setCallingConv(CallingConv::C);
  function->addFnAttr(Attribute::NoInline);
  FunctionEmitter emitter(*this, function, noType);
  emitter.checkImportedSizes();
  auto pushRange = [&](const ConstExpr &offset, size_t size) {
    ConstValue start = plan.evaluate(offset);
    if (start.type.kind == ValType::Kind::I64)
      emitter.I64Const({start.bits});
    else
      emitter.I32Const({uint32_t(start.bits)});
    emitter.I32Const({0});
    emitter.I32Const({uint32_t(size)});
  };
  placeTables(emitter);
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
  emitter.End({});
}

} // namespace wasmc
