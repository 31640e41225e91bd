// The fast way through a function of a C library (KnownFunctions.h): copying
// and filling; EmitKnownScan.cpp has what looks at bytes. What comes first in
// such a function decides whether it can do the whole of it in pieces of 16
// bytes; if not, nothing has been done yet and the body follows.
//
// Only what has been compared with the size of the memory before is touched.
// Most calls are about a few bytes. For them the way is short, and without a
// call, so that nothing has to be saved around one.

#include "FunctionEmitter.h"
#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace wasmc {

// All index memory 0.
static constexpr uint32_t memidx = 0;

Value *FunctionEmitter::knownParam(uint32_t index) {
  return toI64(ssa.read(builder.GetInsertBlock(), index));
}

Value *FunctionEmitter::knownPointer(Value *index) {
  return builder.CreatePtrAdd(memoryBase(memidx), index);
}

Value *FunctionEmitter::knownBytes() {
  return memoryField(memidx, MemoryField::bytes);
}

// Index and size have 32 bits, so that the sum does not wrap.
Value *FunctionEmitter::isInMemory(Value *index, Value *size) {
  return builder.CreateICmpULE(builder.CreateAdd(index, size), knownBytes());
}

// Continues with the body unless `isDone`; else `finish` makes the result.
void FunctionEmitter::returnIf(Value *isDone, function_ref<Value *()> finish) {
  llvm::BasicBlock *before = builder.GetInsertBlock();
  llvm::BasicBlock *fast = createBlock("fast");
  llvm::BasicBlock *body = createBlock("body");
  BranchInst *branch = builder.CreateCondBr(isDone, fast, body);
  branch->setMetadata(LLVMContext::MD_prof,
                      MDBuilder(context).createLikelyBranchWeights());
  continueIn(fast, before);
  returnKnown(finish());
  continueIn(body, before);
}

// Returns the lower half of the result, unless the module has no use for it.
void FunctionEmitter::returnKnown(Value *result) {
  if (type.results.empty())
    builder.CreateRetVoid();
  else
    builder.CreateRet(builder.CreateTrunc(result, builder.getInt32Ty()));
}

// Goes on where the size is at most `most`, and returns the block for others.
llvm::BasicBlock *FunctionEmitter::whereAtMost(Value *size, uint64_t most) {
  llvm::BasicBlock *before = builder.GetInsertBlock();
  llvm::BasicBlock *small = createBlock("small");
  llvm::BasicBlock *large = createBlock("large");
  builder.CreateCondBr(builder.CreateICmpULE(size, builder.getInt64(most)),
                       small, large);
  ssa.setSinglePredecessor(large, before);
  continueIn(small, before);
  return large;
}

// Stores `count` pieces at the start and as many at the end, for sizes of that
// many pieces to twice as many: they overlap. All exist before one is stored.
void FunctionEmitter::storeEnds(Value *target, Value *size, Type *piece,
                                unsigned count, PieceAt pieceAt) {
  const uint64_t bytes = piece->getPrimitiveSizeInBits() / 8;
  SmallVector<Value *, 4> offsets, pieces;
  for (unsigned i = 0; i < count; ++i)
    offsets.push_back(builder.getInt64(i * bytes));
  for (unsigned i = count; i > 0; --i)
    offsets.push_back(builder.CreateSub(size, builder.getInt64(i * bytes)));
  for (Value *offset : offsets)
    pieces.push_back(pieceAt(piece, offset));
  for (auto [offset, value] : zip_equal(offsets, pieces))
    builder.CreateAlignedStore(value, builder.CreatePtrAdd(target, offset),
                               Align(1));
}

// Stores up to 64 bytes and returns from the function; goes on where there are
// more.
void FunctionEmitter::storeFew(Value *target, Value *size, Value *result,
                               PieceAt pieceAt) {
  Type *block = FixedVectorType::get(builder.getInt8Ty(), 16);
  llvm::BasicBlock *above16 = whereAtMost(size, 16);
  llvm::BasicBlock *above7 = whereAtMost(size, 7);
  llvm::BasicBlock *above3 = whereAtMost(size, 3);
  llvm::BasicBlock *above1 = whereAtMost(size, 1);
  llvm::BasicBlock *one = whereAtMost(size, 0);
  returnKnown(result);
  auto store = [&](llvm::BasicBlock *where, Type *piece, unsigned count) {
    builder.SetInsertPoint(where);
    storeEnds(target, size, piece, count, pieceAt);
    returnKnown(result);
  };
  store(one, builder.getInt8Ty(), 1);
  store(above1, builder.getInt16Ty(), 1);
  store(above3, builder.getInt32Ty(), 1);
  store(above7, builder.getInt64Ty(), 1);
  builder.SetInsertPoint(above16);
  llvm::BasicBlock *above64 = whereAtMost(size, 64);
  llvm::BasicBlock *above32 = whereAtMost(size, 32);
  store(builder.GetInsertBlock(), block, 1);
  store(above32, block, 2);
  builder.SetInsertPoint(above64);
}

// Copies and returns `result`, if all is in memory and, unless the regions may
// overlap, has the size between the starts. Else continues with the body.
void FunctionEmitter::copyInMemory(Value *to, Value *from, Value *size,
                                   bool mayOverlap, Value *result) {
  Value *low = builder.CreateBinaryIntrinsic(Intrinsic::umin, to, from);
  Value *high = builder.CreateBinaryIntrinsic(Intrinsic::umax, to, from);
  Value *isSafe = isInMemory(high, size);
  if (!mayOverlap)
    isSafe = builder.CreateAnd(
        isSafe, builder.CreateICmpUGE(builder.CreateSub(high, low), size));
  returnIf(isSafe, [&] {
    Value *target = knownPointer(to), *source = knownPointer(from);
    storeFew(target, size, result, [&](Type *piece, Value *offset) {
      return builder.CreateAlignedLoad(
          piece, builder.CreatePtrAdd(source, offset), Align(1));
    });
    if (mayOverlap)
      builder.CreateMemMove(target, Align(1), source, Align(1), size);
    else
      builder.CreateMemCpy(target, Align(1), source, Align(1), size);
    return result;
  });
}

void FunctionEmitter::emitKnownFill() {
  Value *to = knownParam(0), *size = knownParam(2);
  Value *byte = builder.CreateTrunc(knownParam(1), builder.getInt8Ty());
  returnIf(isInMemory(to, size), [&] {
    Value *target = knownPointer(to);
    storeFew(target, size, to, [&](Type *piece, Value *) -> Value * {
      if (piece->isVectorTy())
        return builder.CreateVectorSplat(16, byte);
      const unsigned bits = piece->getIntegerBitWidth();
      return builder.CreateMul(
          builder.CreateZExt(byte, piece),
          ConstantInt::get(piece, APInt::getSplat(bits, APInt(8, 1))));
    });
    builder.CreateMemSet(target, byte, size, Align(1));
    return to;
  });
}

void FunctionEmitter::emitKnownWay(KnownFunction known) {
  switch (known) {
  case KnownFunction::Memcpy:
  case KnownFunction::Memmove:
    return copyInMemory(knownParam(0), knownParam(1), knownParam(2),
                        known == KnownFunction::Memmove, knownParam(0));
  case KnownFunction::Memset:
    return emitKnownFill();
  case KnownFunction::Memcmp:
  case KnownFunction::Strcmp:
  case KnownFunction::Strncmp:
    return emitKnownComparison(known);
  case KnownFunction::Memchr:
  case KnownFunction::Strlen:
  case KnownFunction::Strchrnul:
    return emitKnownSearch(known);
  case KnownFunction::Stpcpy:
    return emitKnownStringCopy();
  }
  llvm_unreachable("all known functions are listed");
}

// A tail call: a backtrace shows the function once.
void FunctionEmitter::emitKnown(KnownFunction known, llvm::Function *body) {
  emitKnownWay(known);
  for (uint32_t i = 0; i < type.params.size(); ++i)
    push(ssa.read(builder.GetInsertBlock(), i));
  emitTailCall(body, type);
}

} // namespace wasmc
