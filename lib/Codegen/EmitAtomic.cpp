// Atomic accesses, wait and notify (threads proposal). All are sequentially
// consistent and trap unless aligned, as LLVM's atomic instructions want it.
// They are legal on memories that are not shared, too. What reads is volatile:
// LLVM would make a fence of an addition of 0, which does not trap.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

static constexpr AtomicOrdering sequential =
    AtomicOrdering::SequentiallyConsistent;

static uint64_t bytesOf(Type *type) {
  return type->getPrimitiveSizeInBits() / 8;
}

Value *FunctionEmitter::atomicAddress(const MemArgImm &imm, Type *memoryType) {
  Value *index = pop();
  const uint64_t bytes = bytesOf(memoryType);
  if (bytes > 1) {
    Value *low = builder.CreateAnd(
        builder.CreateAdd(index, ConstantInt::get(index->getType(),
                                                  imm.offset & (bytes - 1))),
        ConstantInt::get(index->getType(), bytes - 1));
    trapIf(builder.CreateIsNotNull(low), Trap::UnalignedAtomic);
  }
  return address(imm, index, bytes);
}

LoadInst *FunctionEmitter::emitAtomicLoad(Value *pointer, Type *memoryType) {
  LoadInst *load =
      builder.CreateAlignedLoad(memoryType, pointer, Align(bytesOf(memoryType)),
                                /*isVolatile=*/true);
  load->setAtomic(sequential);
  load->setMetadata(LLVMContext::MD_tbaa, emitter.heapTag);
  return load;
}

void FunctionEmitter::atomicLoad(const MemArgImm &imm, Type *memoryType,
                                 Type *type) {
  Value *pointer = atomicAddress(imm, memoryType);
  push(builder.CreateZExt(emitAtomicLoad(pointer, memoryType), type));
}

void FunctionEmitter::atomicStore(const MemArgImm &imm, Type *memoryType) {
  Value *value = builder.CreateTrunc(pop(), memoryType);
  Value *pointer = atomicAddress(imm, memoryType);
  StoreInst *store =
      builder.CreateAlignedStore(value, pointer, Align(bytesOf(memoryType)));
  store->setAtomic(sequential);
  store->setMetadata(LLVMContext::MD_tbaa, emitter.heapTag);
}

void FunctionEmitter::atomicRmw(const MemArgImm &imm, Type *memoryType,
                                AtomicRMWInst::BinOp op) {
  Value *operand = pop();
  Value *pointer = atomicAddress(imm, memoryType);
  AtomicRMWInst *old = builder.CreateAtomicRMW(
      op, pointer, builder.CreateTrunc(operand, memoryType),
      Align(bytesOf(memoryType)), sequential);
  old->setVolatile(true);
  push(builder.CreateZExt(old, operand->getType()));
}

// Of the expected value, too, only the bits that fit are compared.
void FunctionEmitter::atomicCompareExchange(const MemArgImm &imm,
                                            Type *memoryType) {
  Value *replacement = pop();
  Value *expected = pop();
  Value *pointer = atomicAddress(imm, memoryType);
  AtomicCmpXchgInst *pair = builder.CreateAtomicCmpXchg(
      pointer, builder.CreateTrunc(expected, memoryType),
      builder.CreateTrunc(replacement, memoryType), Align(bytesOf(memoryType)),
      sequential, sequential);
  pair->setVolatile(true);
  push(builder.CreateZExt(builder.CreateExtractValue(pair, 0),
                          expected->getType()));
}

void FunctionEmitter::AtomicFence(const ZeroByteImm &) {
  builder.CreateFence(sequential);
}

// The load traps if the address is out of bounds, before the runtime could.
void FunctionEmitter::atomicWait(const MemArgImm &imm, Type *memoryType,
                                 RuntimeFunction wait) {
  Value *timeout = pop();
  Value *expected = pop();
  Value *pointer = atomicAddress(imm, memoryType);
  emitAtomicLoad(pointer, memoryType);
  if (!emitter.wasm.memories[imm.memory].type.shared)
    trapIf(builder.getTrue(), Trap::ExpectedSharedMemory);
  push(builder.CreateCall(emitter.runtime(wait), {pointer, expected, timeout}));
}

void FunctionEmitter::MemoryAtomicWait32(const MemArgImm &imm) {
  atomicWait(imm, builder.getInt32Ty(), RuntimeFunction::wasmc_atomic_wait32);
}

void FunctionEmitter::MemoryAtomicWait64(const MemArgImm &imm) {
  atomicWait(imm, builder.getInt64Ty(), RuntimeFunction::wasmc_atomic_wait64);
}

void FunctionEmitter::MemoryAtomicNotify(const MemArgImm &imm) {
  Value *count = pop();
  Value *pointer = atomicAddress(imm, builder.getInt32Ty());
  emitAtomicLoad(pointer, builder.getInt32Ty());
  // Nothing waits on a memory that is not shared.
  push(emitter.wasm.memories[imm.memory].type.shared
           ? builder.CreateCall(
                 emitter.runtime(RuntimeFunction::wasmc_atomic_notify),
                 {pointer, count})
           : cast<Value>(constantI32(0)));
}

#define ATOMIC_LOAD(Name, bits, type)                                          \
  void FunctionEmitter::Name(const MemArgImm &imm) {                           \
    atomicLoad(imm, builder.getInt##bits##Ty(), builder.getInt##type##Ty());   \
  }
ATOMIC_LOAD(I32AtomicLoad, 32, 32)
ATOMIC_LOAD(I64AtomicLoad, 64, 64)
ATOMIC_LOAD(I32AtomicLoad8U, 8, 32)
ATOMIC_LOAD(I32AtomicLoad16U, 16, 32)
ATOMIC_LOAD(I64AtomicLoad8U, 8, 64)
ATOMIC_LOAD(I64AtomicLoad16U, 16, 64)
ATOMIC_LOAD(I64AtomicLoad32U, 32, 64)
#undef ATOMIC_LOAD

#define ATOMIC_STORE(Name, bits)                                               \
  void FunctionEmitter::Name(const MemArgImm &imm) {                           \
    atomicStore(imm, builder.getInt##bits##Ty());                              \
  }
ATOMIC_STORE(I32AtomicStore, 32)
ATOMIC_STORE(I64AtomicStore, 64)
ATOMIC_STORE(I32AtomicStore8, 8)
ATOMIC_STORE(I32AtomicStore16, 16)
ATOMIC_STORE(I64AtomicStore8, 8)
ATOMIC_STORE(I64AtomicStore16, 16)
ATOMIC_STORE(I64AtomicStore32, 32)
#undef ATOMIC_STORE

// The seven widths of an operation: `suffix` is its part of the names.
#define WIDTHS(ROW, suffix, argument)                                          \
  ROW(I32AtomicRmw##suffix, 32, argument)                                      \
  ROW(I64AtomicRmw##suffix, 64, argument)                                      \
  ROW(I32AtomicRmw8##suffix##U, 8, argument)                                   \
  ROW(I32AtomicRmw16##suffix##U, 16, argument)                                 \
  ROW(I64AtomicRmw8##suffix##U, 8, argument)                                   \
  ROW(I64AtomicRmw16##suffix##U, 16, argument)                                 \
  ROW(I64AtomicRmw32##suffix##U, 32, argument)

#define RMW(Name, bits, op)                                                    \
  void FunctionEmitter::Name(const MemArgImm &imm) {                           \
    atomicRmw(imm, builder.getInt##bits##Ty(), AtomicRMWInst::op);             \
  }
WIDTHS(RMW, Add, Add)
WIDTHS(RMW, Sub, Sub)
WIDTHS(RMW, And, And)
WIDTHS(RMW, Or, Or)
WIDTHS(RMW, Xor, Xor)
WIDTHS(RMW, Xchg, Xchg)
#undef RMW

#define COMPARE_EXCHANGE(Name, bits, unused)                                   \
  void FunctionEmitter::Name(const MemArgImm &imm) {                           \
    atomicCompareExchange(imm, builder.getInt##bits##Ty());                    \
  }
WIDTHS(COMPARE_EXCHANGE, Cmpxchg, )
#undef COMPARE_EXCHANGE
#undef WIDTHS

} // namespace wasmc
