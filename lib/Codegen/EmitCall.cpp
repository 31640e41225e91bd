// Calls (core spec 4.4.8): direct ones to compiled functions or to the
// runtime's C functions, indirect ones through a table with one signature
// compare, and those through typed references, which need none. A tail call is
// LLVM's musttail.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

CallingConv::ID FunctionEmitter::conventionOf(FunctionCallee callee) const {
  auto *known = dyn_cast<llvm::Function>(callee.getCallee());
  return known ? known->getCallingConv() : emitter.callingConvention();
}

SmallVector<Value *, 8>
FunctionEmitter::popArguments(CallingConv::ID convention,
                              const FuncType &type) {
  SmallVector<Value *, 8> values, arguments;
  if (passesInstance(convention))
    arguments.push_back(instanceIn(*function));
  popValues(type.params.size(), values);
  for (auto [i, value] : enumerate(values))
    if (convention != CallingConv::C && emitter.isSpilledParam(type, i))
      storeState(value, emitter.spillSlot(i));
    else
      arguments.push_back(value);
  if (convention == CallingConv::C)
    switchWasiMemory();
  return arguments;
}

void FunctionEmitter::emitCall(FunctionCallee callee, const FuncType &type) {
  CallingConv::ID convention = conventionOf(callee);
  SmallVector<Value *, 8> arguments = popArguments(convention, type);
  CallBase *call;
  if (emitter.mayThrow(callee)) {
    call = throwingCall(callee, arguments);
  } else {
    call = builder.CreateCall(callee, arguments);
    call->setDoesNotThrow();
  }
  call->setCallingConv(convention);
  if (passesInstance(convention))
    setInstanceArgument(*call);
  size_t direct = convention == CallingConv::C
                      ? type.results.size()
                      : emitter.countDirectResults(type);
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
    // What the callee throws goes to the caller, whatever this is within.
    CallingConv::ID convention = conventionOf(callee);
    CallInst *call = builder.CreateCall(callee, popArguments(convention, type));
    call->setCallingConv(convention);
    if (passesInstance(convention))
      setInstanceArgument(*call);
    if (!emitter.mayThrow(callee))
      call->setDoesNotThrow();
    call->setTailCallKind(CallInst::TCK_MustTail);
    if (call->getType()->isVoidTy())
      builder.CreateRetVoid();
    else
      builder.CreateRet(call);
  }
  terminated();
}

// A call of a function that multiplies; see WideMultiply.h.
void FunctionEmitter::emitWideMultiply(uint32_t funcidx,
                                       const WideMultiply &multiply) {
  SmallVector<Value *, 5> arguments(
      emitter.wasm.typeOfFunction(funcidx).params.size());
  for (Value *&argument : reverse(arguments))
    argument = pop();
  Value *pointer = arguments[0];
  auto wide = [&](uint32_t low, uint32_t high) {
    push(arguments[low]);
    push(high ? arguments[high] : builder.getInt64(0));
    return popWide();
  };
  Value *left = wide(multiply.aLow, multiply.aHigh);
  Value *right = wide(multiply.bLow, multiply.bHigh);
  pushWide(builder.CreateMul(left, right));
  Value *high = pop(), *low = pop();
  auto store = [&](Value *half, uint64_t offset) {
    push(pointer);
    push(half);
    MemArgImm imm = {};
    imm.offset = offset;
    imm.memory = multiply.memory;
    I64Store(imm);
  };
  if (multiply.highFirst)
    store(high, 8);
  store(low, 0);
  if (!multiply.highFirst)
    store(high, 8);
}

void FunctionEmitter::Call(const FuncImm &imm) {
  auto multiply = emitter.plan.wideMultiplies.find(imm.index);
  if (multiply != emitter.plan.wideMultiplies.end()) {
    emitWideMultiply(imm.index, multiply->second);
    return;
  }
  const OptLevel level = emitter.plan.options.opt;
  auto known = emitter.plan.knownFunctions.find(imm.index);
  if (known != emitter.plan.knownFunctions.end() &&
      comparesStrings(known->second) &&
      (level == OptLevel::O2 || level == OptLevel::O3)) {
    emitStringComparison(imm.index);
    return;
  }
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

FunctionCallee FunctionEmitter::codeOf(Value *record, uint32_t typeidx) {
  return {emitter.llvmType(emitter.wasm.types[typeidx]),
          loadFuncField(record, FuncField::code, true)};
}

void FunctionEmitter::checkSignature(Value *record, uint32_t typeidx) {
  Value *found = loadFuncField(record, FuncField::type, true);
  Value *expected = constantI32(emitter.plan.canonicalTypes[typeidx]);
  BasicBlock *next = createBlock("ok");
  BasicBlock *current = builder.GetInsertBlock();
  Value *differs = builder.CreateICmpNE(found, expected);
  builder.CreateCondBr(differs, signatureMismatch(found), next, unlikely());
  continueIn(next, current);
}

FunctionCallee FunctionEmitter::indirectCallee(const CallIndirectImm &imm) {
  Value *index = pop();
  const ValType element = emitter.wasm.tables[imm.table].type.element;
  const bool isConstant = isConstantTable(imm.table);
  trapIf(builder.CreateICmpUGE(index, tableSize(imm.table)),
         Trap::UndefinedElement);
  Value *record = tableSlot(imm.table, index);
  if (!isConstant) {
    record = loadState(builder.getPtrTy(), record);
    if (element.nullable)
      trapIf(builder.CreateIsNull(record), Trap::UninitializedElement);
  }
  // The table may say what the comparison would; in a constant one, that also
  // finds null.
  const bool isKnown =
      element.hasTypeIndex() &&
      uint32_t(element.heap) == emitter.wasm.canonicalTypes[imm.type];
  if (!isKnown || (isConstant && element.nullable))
    checkSignature(record, imm.type);
  return codeOf(record, imm.type);
}

FunctionCallee FunctionEmitter::referencedCallee(const TypeImm &imm) {
  Value *record = pop();
  trapIf(builder.CreateIsNull(record), Trap::NullFunctionReference);
  return codeOf(record, imm.index);
}

void FunctionEmitter::CallRef(const TypeImm &imm) {
  emitCall(referencedCallee(imm), emitter.wasm.types[imm.index]);
}

void FunctionEmitter::ReturnCallRef(const TypeImm &imm) {
  emitTailCall(referencedCallee(imm), emitter.wasm.types[imm.index]);
}

void FunctionEmitter::CallIndirect(const CallIndirectImm &imm) {
  emitCall(indirectCallee(imm), emitter.wasm.types[imm.type]);
}

void FunctionEmitter::ReturnCallIndirect(const CallIndirectImm &imm) {
  emitTailCall(indirectCallee(imm), emitter.wasm.types[imm.type]);
}

} // namespace wasmc
