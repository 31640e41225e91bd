// The only place that makes an address in linear memory or checks a bound.
//
// A 32-bit memory is a reservation of 8 GiB and some: zext(index) + offset
// stays inside it, so an access beyond the memory's size faults and the fault
// handler reports the trap. Ranges of run-time length (memory.copy, fill, init)
// compare, and so does every access to a memory with 64-bit indices or with
// pages smaller than the processor's.
//
// Loads are emitted volatile: LLVM deletes a plain load whose result is not
// used, and its trap with it. TrapLiveness.cpp later frees those that cannot
// be lost. Stores need no pin: LLVM drops one only when another store to the
// same address follows, which traps in its place.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

Value *FunctionEmitter::memoryField(uint32_t memidx, MemoryField field) {
  auto *structType = memoryStructType(context);
  LoadInst *load =
      loadState(structType->getElementType(unsigned(field)),
                builder.CreateStructGEP(structType, emitter.memory(memidx),
                                        unsigned(field)));
  // Another thread may be growing the memory.
  if (emitter.wasm.memories[memidx].type.shared && field != MemoryField::base)
    load->setAtomic(AtomicOrdering::Unordered);
  return load;
}

Value *FunctionEmitter::memoryBase(uint32_t memidx) {
  if (emitter.plan.isFixedMemory(memidx))
    return ConstantExpr::getIntToPtr(
        builder.getInt64(emitter.plan.options.memoryBaseAddress),
        builder.getPtrTy());
  Value *&base = loadedBases[memidx];
  if (!base) {
    IRBuilderBase::InsertPointGuard guard(builder);
    llvm::BasicBlock &entry = function->getEntryBlock();
    builder.SetInsertPoint(&entry, entry.begin());
    auto *load = cast<LoadInst>(memoryField(memidx, MemoryField::base));
    load->setName("memory");
    load->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(context, {}));
    base = load;
  }
  return base;
}

Value *FunctionEmitter::address(const MemArgImm &imm, Value *index,
                                uint64_t bytes) {
  Value *wide = toI64(index);
  if (emitter.plan.isCheckedMemory(imm.memory)) {
    // The first byte may be at most size - offset - bytes.
    uint64_t last = imm.offset + bytes - 1;
    bool isNever = last < imm.offset;
    Value *starts = builder.CreateBinaryIntrinsic(
        Intrinsic::usub_sat, memoryField(imm.memory, MemoryField::bytes),
        builder.getInt64(isNever ? UINT64_MAX : last));
    trapIf(builder.CreateICmpUGE(wide, starts), Trap::OutOfBoundsMemoryAccess);
  }
  Value *pointer = builder.CreatePtrAdd(memoryBase(imm.memory), wide);
  if (imm.offset)
    pointer = builder.CreatePtrAdd(pointer, builder.getInt64(imm.offset));
  return pointer;
}

void FunctionEmitter::checkRange(Value *index, Value *size, Value *limit,
                                 Trap trap) {
  // In 64 bits, index + size may wrap: compare with what is left of the limit.
  Value *isTooLong = builder.CreateICmpUGT(size, limit);
  Value *isTooFar =
      builder.CreateICmpUGT(index, builder.CreateSub(limit, size));
  trapIf(builder.CreateOr(isTooLong, isTooFar), trap);
}

Value *FunctionEmitter::checkedRange(uint32_t memidx, Value *index,
                                     Value *size) {
  index = toI64(index);
  checkRange(index, toI64(size), memoryField(memidx, MemoryField::bytes),
             Trap::OutOfBoundsMemoryAccess);
  return builder.CreatePtrAdd(memoryBase(memidx), index);
}

static uint64_t bytesOf(Type *type) {
  return type->getPrimitiveSizeInBits() / 8;
}

void FunctionEmitter::load(const MemArgImm &imm, Type *memoryType, Type *type,
                           bool isSigned) {
  // The alignment in the instruction is a hint that may be wrong.
  LoadInst *load = builder.CreateAlignedLoad(
      memoryType, address(imm, pop(), bytesOf(memoryType)), Align(1),
      /*isVolatile=*/true);
  load->setMetadata(LLVMContext::MD_tbaa, emitter.heapTag);
  Value *value = load;
  if (memoryType != type)
    value = isSigned ? builder.CreateSExt(load, type)
                     : builder.CreateZExt(load, type);
  push(value);
}

void FunctionEmitter::store(const MemArgImm &imm, Type *memoryType) {
  Value *value = pop();
  Value *pointer = address(imm, pop(), bytesOf(memoryType));
  if (memoryType != value->getType())
    value = builder.CreateTrunc(value, memoryType);
  builder.CreateAlignedStore(value, pointer, Align(1))
      ->setMetadata(LLVMContext::MD_tbaa, emitter.heapTag);
}

} // namespace wasmc
