// Memory instructions (core spec 4.4.7).

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

#define LOAD(Name, memoryType, resultType, isSigned)                           \
  void FunctionEmitter::Name(const MemArgImm &imm) {                           \
    load(imm, builder.memoryType(), builder.resultType(), isSigned);           \
  }
LOAD(I32Load, getInt32Ty, getInt32Ty, false)
LOAD(I64Load, getInt64Ty, getInt64Ty, false)
LOAD(F32Load, getFloatTy, getFloatTy, false)
LOAD(F64Load, getDoubleTy, getDoubleTy, false)
LOAD(I32Load8S, getInt8Ty, getInt32Ty, true)
LOAD(I32Load8U, getInt8Ty, getInt32Ty, false)
LOAD(I32Load16S, getInt16Ty, getInt32Ty, true)
LOAD(I32Load16U, getInt16Ty, getInt32Ty, false)
LOAD(I64Load8S, getInt8Ty, getInt64Ty, true)
LOAD(I64Load8U, getInt8Ty, getInt64Ty, false)
LOAD(I64Load16S, getInt16Ty, getInt64Ty, true)
LOAD(I64Load16U, getInt16Ty, getInt64Ty, false)
LOAD(I64Load32S, getInt32Ty, getInt64Ty, true)
LOAD(I64Load32U, getInt32Ty, getInt64Ty, false)
#undef LOAD

#define STORE(Name, memoryType)                                                \
  void FunctionEmitter::Name(const MemArgImm &imm) {                           \
    store(imm, builder.memoryType());                                          \
  }
STORE(I32Store, getInt32Ty)
STORE(I64Store, getInt64Ty)
STORE(F32Store, getFloatTy)
STORE(F64Store, getDoubleTy)
STORE(I32Store8, getInt8Ty)
STORE(I32Store16, getInt16Ty)
STORE(I64Store8, getInt8Ty)
STORE(I64Store16, getInt16Ty)
STORE(I64Store32, getInt32Ty)
#undef STORE

void FunctionEmitter::MemorySize(const MemoryImm &imm) {
  const MemoryType &type = emitter.wasm.memories[imm.index].type;
  auto *pages = cast<LoadInst>(memoryField(imm.index, MemoryField::pages));
  if (type.shared)
    pages->setAtomic(AtomicOrdering::SequentiallyConsistent);
  push(addressValue(pages, type.is64));
}

void FunctionEmitter::MemoryGrow(const MemoryImm &imm) {
  const MemoryType &type = emitter.wasm.memories[imm.index].type;
  RuntimeFunction grow = type.shared ? RuntimeFunction::wasmc_shared_memory_grow
                                     : RuntimeFunction::wasmc_memory_grow;
  Value *pages = builder.CreateCall(emitter.runtime(grow),
                                    {emitter.memory(imm.index), toI64(pop())});
  push(addressValue(pages, type.is64));
}

void FunctionEmitter::MemoryFill(const MemoryImm &imm) {
  Value *size = toI64(pop());
  Value *byte = builder.CreateTrunc(pop(), builder.getInt8Ty());
  Value *pointer = checkedRange(imm.index, pop(), size);
  builder.CreateMemSet(pointer, byte, size, Align(1));
}

void FunctionEmitter::MemoryCopy(const MemoryMemoryImm &imm) {
  Value *size = toI64(pop());
  Value *source = checkedRange(imm.src, pop(), size);
  Value *destination = checkedRange(imm.dst, pop(), size);
  builder.CreateMemMove(destination, Align(1), source, Align(1), size);
}

void FunctionEmitter::MemoryInit(const DataMemoryImm &imm) {
  Value *size = toI64(pop());
  Value *offset = toI64(pop());
  Value *remaining =
      loadState(builder.getInt32Ty(),
                emitter.segmentSize(emitter.plan.dataSymbol(imm.data)));
  checkRange(offset, size, toI64(remaining), Trap::OutOfBoundsMemoryAccess);
  Value *destination = checkedRange(imm.memory, pop(), size);
  Value *source = builder.CreatePtrAdd(emitter.dataSegment(imm.data), offset);
  builder.CreateMemCpy(destination, Align(1), source, Align(1), size);
}

void FunctionEmitter::DataDrop(const DataImm &imm) {
  storeState(builder.getInt32(0),
             emitter.segmentSize(emitter.plan.dataSymbol(imm.index)));
}

} // namespace wasmc
