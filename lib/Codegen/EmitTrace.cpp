// WASMC_TRACE=wasi: what stands between a program's calls of WASI functions and
// the runtime. A call costs a byte compared and a jump while nothing is traced.

#include "ModuleEmitter.h"
#include "WasiTable.h"
#include "abi/wasmc_abi.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace wasmc {

// The arguments as 64-bit numbers in memory, or null if there are none.
static Value *storeArguments(IRBuilder<> &builder, llvm::Function &thunk) {
  Type *i64 = builder.getInt64Ty();
  AllocaInst *array =
      builder.CreateAlloca(ArrayType::get(i64, thunk.arg_size()));
  for (Argument &argument : thunk.args())
    builder.CreateStore(
        builder.CreateZExt(&argument, i64),
        builder.CreateConstInBoundsGEP1_64(i64, array, argument.getArgNo()));
  return array;
}

void ModuleEmitter::emitTraceThunk(const WasiFunction &function) {
  FunctionType *type = hostType(function.type);
  FunctionCallee target = llvmModule.getOrInsertFunction(function.symbol, type);
  cast<llvm::Function>(target.getCallee())->setDSOLocal(true);
  auto *thunk = cast<llvm::Function>(
      llvmModule.getOrInsertFunction(calledSymbol(function), type).getCallee());
  thunk->setVisibility(GlobalValue::HiddenVisibility);
  thunk->setDSOLocal(true);
  thunk->setDoesNotThrow();
  thunk->addFnAttr(Attribute::NoInline);
  thunk->addFnAttr(Attribute::OptimizeForSize);
  thunk->setUWTableKind(UWTableKind::Async);
  SmallVector<Value *, 9> arguments;
  for (Argument &argument : thunk->args())
    arguments.push_back(&argument);

  IRBuilder<> builder(BasicBlock::Create(context(), "", thunk));
  auto *direct = BasicBlock::Create(context(), "direct", thunk);
  auto *traced = BasicBlock::Create(context(), "traced", thunk);
  Value *state = builder.CreateLoad(
      builder.getInt8Ty(),
      declareData("wasmc_trace_state", builder.getInt8Ty(), false));
  builder.CreateCondBr(
      builder.CreateICmpEQ(state, builder.getInt8(WASMC_TRACE_OFF)), direct,
      traced, MDBuilder(context()).createBranchWeights(1000, 1));

  auto call = [&] { return builder.CreateCall(target, arguments); };
  auto finish = [&](Value *result) {
    if (type->getReturnType()->isVoidTy())
      builder.CreateRetVoid();
    else
      builder.CreateRet(result);
  };
  builder.SetInsertPoint(direct);
  CallInst *jump = call();
  jump->setTailCallKind(CallInst::TCK_MustTail);
  finish(jump);

  // A function without a result does not return, so that it is shown before.
  builder.SetInsertPoint(traced);
  Value *stored = storeArguments(builder, *thunk);
  bool returns = !type->getReturnType()->isVoidTy();
  Value *result = returns ? call() : nullptr;
  builder.CreateCall(
      runtime(RuntimeFunction::wasmc_trace),
      {defineData("wasmc.trace." + function.symbol,
                  ConstantDataArray::getString(context(), function.traceText),
                  true),
       stored, returns ? result : builder.getInt32(0)});
  if (!returns)
    call();
  finish(result);
}

void ModuleEmitter::emitTraceThunks() {
  StringSet<> done;
  for (const auto &unit : plan.program.units)
    for (const Import &import : unit->module.imports)
      if (const WasiFunction *function =
              import.kind == ExternKind::Func
                  ? wasiFunction(import.module, import.name)
                  : nullptr)
        // Another module may provide what is named like that.
        if (!function->traceText.empty() &&
            unit->functionSymbols[import.index] == calledSymbol(*function) &&
            done.insert(function->symbol).second)
          emitTraceThunk(*function);
}

} // namespace wasmc
