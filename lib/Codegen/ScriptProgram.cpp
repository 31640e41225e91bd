// Emits what a script's program has instead of an entry: a function for each
// thing that the script calls, all of one C type, and the commands.

#include "ScriptProgram.h"
#include "FunctionEmitter.h"
#include "ProgramPlan.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace wasmc {

static std::string scriptFunctionSymbol(size_t number) {
  return "wasmc.script." + std::to_string(number);
}

static FunctionType *slotFunctionType(LLVMContext &context) {
  return FunctionType::get(Type::getVoidTy(context),
                           {PointerType::get(context, 0)}, false);
}

// A slot holds 16 bytes, but lies at any multiple of 8.
Value *FunctionEmitter::slot(size_t index) {
  return builder.CreateConstInBoundsGEP1_64(
      builder.getInt8Ty(), function->getArg(0), index * sizeof(WasmcSlot));
}

void FunctionEmitter::callOnSlots(const ScriptFunction &called) {
  const Align alignment(alignof(WasmcSlot));
  ArrayRef<ValType> results;
  if (called.kind == ScriptFunction::Kind::Get) {
    GlobalGet({called.index});
    results = emitter.wasm.globals[called.index].type.type;
  } else {
    const FuncType &callee = emitter.wasm.typeOfFunction(called.index);
    for (auto [i, param] : enumerate(callee.params))
      push(builder.CreateAlignedLoad(emitter.llvmType(param), slot(i),
                                     alignment));
    Call({called.index});
    results = callee.results;
  }
  for (size_t i = results.size(); i-- > 0;)
    builder.CreateAlignedStore(pop(), slot(i), alignment);
  End({});
}

void ModuleEmitter::emitScriptFunctions(const ScriptProgram &script) {
  static const FuncType noType;
  for (auto [number, called] : enumerate(script.functions)) {
    if (plan.program.units[called.unit].get() != &plan ||
        called.kind == ScriptFunction::Kind::Instantiate)
      continue;
    llvm::Function *function = createFunction(slotFunctionType(context()),
                                              scriptFunctionSymbol(number));
    function->setCallingConv(CallingConv::C);
    FunctionEmitter(*this, function, noType).callOnSlots(called);
  }
}

llvm::Constant *ModuleEmitter::scriptFunctions(const ScriptProgram &script) {
  std::vector<Constant *> functions;
  for (auto [number, called] : enumerate(script.functions)) {
    std::string symbol =
        called.kind == ScriptFunction::Kind::Instantiate
            ? plan.program.units[called.unit]->instantiateSymbol()
            : scriptFunctionSymbol(number);
    llvm::Function *function = llvmModule.getFunction(symbol);
    if (!function)
      function = createFunction(slotFunctionType(context()), symbol);
    functions.push_back(function);
  }
  return ConstantArray::get(
      ArrayType::get(PointerType::get(context(), 0), functions.size()),
      functions);
}

void ModuleEmitter::emitScript(const ScriptProgram &script) {
  Type *i64 = Type::getInt64Ty(context());
  Type *pointer = PointerType::get(context(), 0);
  GlobalVariable *table = defineData(
      "wasmc.script",
      structure(
          {defineData("wasmc.script.commands",
                      bytes(arrayRefFromStringRef(script.commands)), true),
           ConstantInt::get(i64, script.commands.size()),
           defineData("wasmc.script.functions", scriptFunctions(script), true),
           defineData("wasmc.script.threads",
                      Constant::getNullValue(
                          ArrayType::get(pointer, script.numThreads)),
                      false)}),
      true);
  llvm::Function *main = createFunction(
      FunctionType::get(Type::getVoidTy(context()), false), "wasmc_main");
  main->setCallingConv(CallingConv::C);
  IRBuilder<> builder(BasicBlock::Create(context(), "entry", main));
  builder.CreateCall(runtime(RuntimeFunction::wasmc_run_script), table);
  builder.CreateRetVoid();
}

} // namespace wasmc
