// The only place that makes an address in linear memory or checks a bound.
//
// A 32-bit memory is a reservation of 8 GiB and some: zext(index) + offset
// stays inside it, so an access beyond the memory's size faults and the fault
// handler reports the trap. Only ranges of run-time length (memory.copy, fill,
// init) compare.
//
// Loads are emitted volatile: LLVM deletes a plain load whose result is not
// used, and its trap with it. TrapLiveness.cpp later frees those that cannot
// be lost. Stores need no pin: LLVM drops one only when another store to the
// same address follows, which traps in its place.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

Value *FunctionEmitter::memoryField(MemoryField field) {
  GlobalVariable *memory = emitter.memory();
  auto *structType = memoryStructType(context);
  return loadState(
      structType->getElementType(unsigned(field)),
      builder.CreateStructGEP(structType, memory, unsigned(field)));
}

Value *FunctionEmitter::memoryBase() {
  if (loadedBase)
    return loadedBase;
  return ConstantExpr::getIntToPtr(
      builder.getInt64(emitter.plan.options.memoryBaseAddress),
      builder.getPtrTy());
}

Value *FunctionEmitter::address(const MemArgImm &imm, Value *index) {
  Value *wide = builder.CreateZExt(index, builder.getInt64Ty());
  Value *pointer = builder.CreatePtrAdd(memoryBase(), wide);
  if (imm.offset)
    pointer = builder.CreatePtrAdd(pointer, builder.getInt64(imm.offset));
  return pointer;
}

Value *FunctionEmitter::checkedRange(Value *index, Value *size) {
  Value *start = builder.CreateZExt(index, builder.getInt64Ty());
  Value *length = builder.CreateZExt(size, builder.getInt64Ty());
  Value *end = builder.CreateNUWAdd(start, length);
  trapIf(builder.CreateICmpUGT(end, memoryField(MemoryField::bytes)),
         Trap::OutOfBoundsMemoryAccess);
  return builder.CreatePtrAdd(memoryBase(), start);
}

void FunctionEmitter::load(const MemArgImm &imm, Type *memoryType, Type *type,
                           bool isSigned) {
  // The alignment in the instruction is a hint that may be wrong.
  LoadInst *load = builder.CreateAlignedLoad(memoryType, address(imm, pop()),
                                             Align(1), /*isVolatile=*/true);
  load->setMetadata(LLVMContext::MD_tbaa, emitter.heapTag);
  Value *value = load;
  if (memoryType != type)
    value = isSigned ? builder.CreateSExt(load, type)
                     : builder.CreateZExt(load, type);
  push(value);
}

void FunctionEmitter::store(const MemArgImm &imm, Type *memoryType) {
  Value *value = pop();
  Value *pointer = address(imm, pop());
  if (memoryType != value->getType())
    value = builder.CreateTrunc(value, memoryType);
  builder.CreateAlignedStore(value, pointer, Align(1))
      ->setMetadata(LLVMContext::MD_tbaa, emitter.heapTag);
}

} // namespace wasmc
