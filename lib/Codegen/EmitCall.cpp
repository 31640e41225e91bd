// Calls (core spec 4.4.8): direct ones to compiled functions or to the
// runtime's C functions, indirect ones through a table with one signature
// compare. A tail call is LLVM's musttail.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

CallInst *FunctionEmitter::emitCallInstruction(FunctionCallee callee,
                                               const FuncType &type) {
  auto *known = dyn_cast<llvm::Function>(callee.getCallee());
  CallingConv::ID convention =
      known ? known->getCallingConv() : emitter.callingConvention();
  SmallVector<Value *, 8> values, arguments;
  popValues(type.params.size(), values);
  for (auto [i, value] : enumerate(values))
    if (convention != CallingConv::C && emitter.isSpilledParam(type, i))
      storeState(value, emitter.spillSlot(i));
    else
      arguments.push_back(value);
  CallInst *call = builder.CreateCall(callee, arguments);
  call->setCallingConv(convention);
  call->setDoesNotThrow();
  return call;
}

void FunctionEmitter::emitCall(FunctionCallee callee, const FuncType &type) {
  CallInst *call = emitCallInstruction(callee, type);
  size_t direct = emitter.countDirectResults(type);
  if (direct == 1)
    push(call);
  else
    for (size_t i = 0; i < direct; ++i)
      push(builder.CreateExtractValue(call, i));
  for (size_t i = direct; i < type.results.size(); ++i)
    push(loadState(emitter.llvmType(type.results[i]), emitter.spillSlot(i)));
}

void FunctionEmitter::emitTailCall(FunctionCallee callee,
                                   const FuncType &type) {
  auto *known = dyn_cast<llvm::Function>(callee.getCallee());
  if (known && known->getCallingConv() == CallingConv::C) {
    // The runtime's functions return: a call and a return are as good.
    emitCall(callee, type);
    emitReturn();
  } else {
    CallInst *call = emitCallInstruction(callee, type);
    call->setTailCallKind(CallInst::TCK_MustTail);
    if (call->getType()->isVoidTy())
      builder.CreateRetVoid();
    else
      builder.CreateRet(call);
  }
  terminated();
}

void FunctionEmitter::Call(const FuncImm &imm) {
  emitCall(emitter.function(imm.index), emitter.wasm.typeOfFunction(imm.index));
}

void FunctionEmitter::ReturnCall(const FuncImm &imm) {
  emitTailCall(emitter.function(imm.index),
               emitter.wasm.typeOfFunction(imm.index));
}

Value *FunctionEmitter::loadFuncField(Value *record, FuncField field,
                                      bool constant) {
  auto *structType = funcStructType(context);
  LoadInst *load =
      loadState(structType->getElementType(unsigned(field)),
                builder.CreateStructGEP(structType, record, unsigned(field)));
  if (constant)
    load->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(context, {}));
  return load;
}

BasicBlock *FunctionEmitter::signatureMismatch(Value *found) {
  if (!mismatchBlock) {
    mismatchBlock = createBlock("mismatch");
    IRBuilder<> cold(mismatchBlock);
    mismatchType = cold.CreatePHI(cold.getInt32Ty(), 2);
    cold.CreateCondBr(
        cold.CreateICmpEQ(mismatchType, cold.getInt32(nullFuncType)),
        trapBlock(Trap::UninitializedElement),
        trapBlock(Trap::IndirectCallTypeMismatch));
  }
  mismatchType->addIncoming(found, builder.GetInsertBlock());
  return mismatchBlock;
}

FunctionCallee FunctionEmitter::indirectCallee(const CallIndirectImm &imm) {
  Value *index = pop();
  bool constant = isConstantTable(imm.table);
  trapIf(builder.CreateICmpUGE(index, tableSize(imm.table)),
         Trap::UndefinedElement);
  Value *record = tableSlot(imm.table, index);
  if (!constant) {
    record = loadState(builder.getPtrTy(), record);
    trapIf(builder.CreateIsNull(record), Trap::UninitializedElement);
  }
  Value *found = loadFuncField(record, FuncField::type, true);
  Value *expected = constantI32(emitter.plan.canonicalTypes[imm.type]);
  BasicBlock *next = createBlock("ok");
  BasicBlock *current = builder.GetInsertBlock();
  Value *differs = builder.CreateICmpNE(found, expected);
  builder.CreateCondBr(differs, signatureMismatch(found), next, unlikely());
  continueIn(next, current);
  return {emitter.llvmType(emitter.wasm.types[imm.type]),
          loadFuncField(record, FuncField::code, true)};
}

void FunctionEmitter::CallIndirect(const CallIndirectImm &imm) {
  emitCall(indirectCallee(imm), emitter.wasm.types[imm.type]);
}

void FunctionEmitter::ReturnCallIndirect(const CallIndirectImm &imm) {
  emitTailCall(indirectCallee(imm), emitter.wasm.types[imm.type]);
}

} // namespace wasmc
