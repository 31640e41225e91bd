// The parts of function emission that every instruction family shares.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

FunctionEmitter::FunctionEmitter(ModuleEmitter &emitter,
                                 llvm::Function *function, const FuncType &type)
    : emitter(emitter), context(emitter.context()), function(function),
      type(type), builder(context) {
  auto *entry = BasicBlock::Create(context, "entry", function);
  builder.SetInsertPoint(entry);
  declareParams();
  Frame frame;
  frame.kind = Frame::Kind::Function;
  frame.results = type.results;
  frame.height = 0;
  frames.push_back(std::move(frame));
}

void FunctionEmitter::declareParams() {
  llvm::Argument *argument = function->arg_begin();
  if (emitter.passesInstance() && function->getCallingConv() != CallingConv::C)
    ++argument;
  for (auto [i, param] : enumerate(type.params)) {
    Value *value =
        emitter.isSpilledParam(type, i)
            ? loadState(emitter.llvmType(param), emitter.spillSlot(i))
            : cast<Value>(argument++);
    ssa.declare(builder.GetInsertBlock(), value);
    localTypes.push_back(param);
  }
}

void FunctionEmitter::locals(uint32_t count, ValType type) {
  Constant *zero = Constant::getNullValue(emitter.llvmType(type));
  for (uint32_t i = 0; i < count; ++i) {
    ssa.declare(&function->getEntryBlock(), zero);
    localTypes.push_back(type);
  }
}

void FunctionEmitter::popValues(size_t count,
                                SmallVectorImpl<Value *> &values) {
  values.append(stack.end() - count, stack.end());
  stack.truncate(stack.size() - count);
}

LoadInst *FunctionEmitter::loadState(Type *type, Value *pointer,
                                     const Twine &name) {
  LoadInst *load = builder.CreateLoad(type, pointer, name);
  load->setMetadata(LLVMContext::MD_tbaa, emitter.stateTag);
  return load;
}

void FunctionEmitter::storeState(Value *value, Value *pointer) {
  builder.CreateStore(value, pointer)
      ->setMetadata(LLVMContext::MD_tbaa, emitter.stateTag);
}

} // namespace wasmc
