// Calls (core spec 4.4.8): direct ones to fastcc functions or to the runtime's
// C functions, indirect ones through a table with one signature compare.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

void FunctionEmitter::emitCall(FunctionCallee callee, const FuncType &type) {
  SmallVector<Value *, 8> arguments;
  popValues(type.params.size(), arguments);
  CallInst *call = builder.CreateCall(callee, arguments);
  auto *known = dyn_cast<llvm::Function>(callee.getCallee());
  call->setCallingConv(known ? known->getCallingConv() : CallingConv::Fast);
  call->setDoesNotThrow();
  size_t count = type.results.size();
  if (count == 1)
    push(call);
  else
    for (size_t i = 0; i < count; ++i)
      push(builder.CreateExtractValue(call, i));
}

void FunctionEmitter::Call(const FuncImm &imm) {
  emitCall(emitter.function(imm.index), emitter.wasm.typeOfFunction(imm.index));
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

void FunctionEmitter::CallIndirect(const CallIndirectImm &imm) {
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
  const FuncType &type = emitter.wasm.types[imm.type];
  emitCall(
      {emitter.llvmType(type), loadFuncField(record, FuncField::code, true)},
      type);
}

} // namespace wasmc
