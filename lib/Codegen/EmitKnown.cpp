// The fast way through a function of a C library (KnownFunctions.h). What comes
// first in such a function decides whether the runtime can do the whole of it;
// if not, nothing has been done yet and the body follows.
//
// The runtime's functions only touch what has been compared with the size of
// the memory before, and get as `room` how far they may look.

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

// Index and size have 32 bits, so that the sum does not wrap.
Value *FunctionEmitter::isInMemory(Value *index, Value *size) {
  return builder.CreateICmpULE(builder.CreateAdd(index, size),
                               memoryField(memidx, MemoryField::bytes));
}

// How many bytes there are from the index on: at least 0.
Value *FunctionEmitter::roomFrom(Value *index) {
  return builder.CreateBinaryIntrinsic(
      Intrinsic::usub_sat, memoryField(memidx, MemoryField::bytes), index);
}

Value *FunctionEmitter::areDisjoint(Value *left, Value *right, Value *size) {
  return builder.CreateAnd(
      builder.CreateICmpUGE(builder.CreateSub(left, right), size),
      builder.CreateICmpUGE(builder.CreateSub(right, left), size));
}

Value *FunctionEmitter::callKnown(RuntimeFunction callee,
                                  ArrayRef<Value *> arguments) {
  CallInst *call = builder.CreateCall(emitter.runtime(callee), arguments);
  call->setDoesNotThrow();
  return call;
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
  Value *result = finish();
  builder.CreateRet(builder.CreateTrunc(result, builder.getInt32Ty()));
  continueIn(body, before);
}

// A search that gives a distance, or a negative number if it came to the end of
// its room; that decides as well where `isWhole` holds.
void FunctionEmitter::returnFound(Value *start, Value *distance,
                                  Value *isWhole) {
  Value *isFound = builder.CreateICmpSGE(distance, builder.getInt64(0));
  returnIf(builder.CreateOr(isFound, isWhole), [&] {
    return builder.CreateSelect(isFound, builder.CreateAdd(start, distance),
                                builder.getInt64(0));
  });
}

// Without a call for the sizes of most copies, 8 to 16: two pieces, which may
// overlap, as both are loaded before either is stored.
void FunctionEmitter::copyEnds(Value *target, Value *source, Value *size) {
  Type *piece = builder.getInt64Ty();
  llvm::BasicBlock *before = builder.GetInsertBlock();
  llvm::BasicBlock *small = createBlock("small");
  llvm::BasicBlock *large = createBlock("large");
  Value *beyond = builder.CreateSub(size, builder.getInt64(8));
  builder.CreateCondBr(builder.CreateICmpULE(beyond, builder.getInt64(8)),
                       small, large);
  continueIn(small, before);
  Value *lastTarget = builder.CreatePtrAdd(target, beyond);
  Value *lastSource = builder.CreatePtrAdd(source, beyond);
  Value *first = builder.CreateAlignedLoad(piece, source, Align(1));
  Value *last = builder.CreateAlignedLoad(piece, lastSource, Align(1));
  builder.CreateAlignedStore(first, target, Align(1));
  builder.CreateAlignedStore(last, lastTarget, Align(1));
  builder.CreateRet(ssa.read(builder.GetInsertBlock(), 0));
  continueIn(large, before);
}

void FunctionEmitter::emitKnownCopy(KnownFunction known) {
  Value *to = knownParam(0), *from = knownParam(1), *size = knownParam(2);
  Value *isSafe =
      builder.CreateAnd(isInMemory(to, size), isInMemory(from, size));
  const bool mayOverlap = known == KnownFunction::Memmove;
  if (!mayOverlap)
    isSafe = builder.CreateAnd(isSafe, areDisjoint(to, from, size));
  returnIf(isSafe, [&] {
    Value *target = knownPointer(to), *source = knownPointer(from);
    copyEnds(target, source, size);
    if (mayOverlap)
      builder.CreateMemMove(target, Align(1), source, Align(1), size);
    else
      builder.CreateMemCpy(target, Align(1), source, Align(1), size);
    return to;
  });
}

void FunctionEmitter::emitKnownSearch(KnownFunction known) {
  Value *start = knownParam(0), *room = roomFrom(start);
  Value *pointer = knownPointer(start);
  if (known == KnownFunction::Strlen) {
    Value *length = callKnown(RuntimeFunction::wasmc_find_byte,
                              {pointer, builder.getInt32(0), room});
    returnIf(builder.CreateICmpSGE(length, builder.getInt64(0)),
             [&] { return length; });
    return;
  }
  Value *byte = builder.CreateTrunc(knownParam(1), builder.getInt32Ty());
  if (known == KnownFunction::Strchrnul) {
    returnFound(start,
                callKnown(RuntimeFunction::wasmc_find_byte_or_zero,
                          {pointer, byte, room}),
                builder.getFalse());
    return;
  }
  Value *size = knownParam(2);
  Value *within = builder.CreateBinaryIntrinsic(Intrinsic::umin, size, room);
  returnFound(
      start,
      callKnown(RuntimeFunction::wasmc_find_byte, {pointer, byte, within}),
      builder.CreateICmpULE(size, room));
}

void FunctionEmitter::emitKnownComparison(KnownFunction known) {
  Value *left = knownParam(0), *right = knownParam(1);
  Value *first = knownPointer(left), *second = knownPointer(right);
  if (known == KnownFunction::Memcmp) {
    Value *size = knownParam(2);
    returnIf(builder.CreateAnd(isInMemory(left, size), isInMemory(right, size)),
             [&] {
               return toI64(callKnown(RuntimeFunction::wasmc_compare_bytes,
                                      {first, second, size}));
             });
    return;
  }
  Value *room = builder.CreateBinaryIntrinsic(Intrinsic::umin, roomFrom(left),
                                              roomFrom(right));
  Value *isWhole = builder.getFalse();
  if (known == KnownFunction::Strncmp) {
    Value *size = knownParam(2);
    isWhole = builder.CreateICmpULE(size, room);
    room = builder.CreateBinaryIntrinsic(Intrinsic::umin, size, room);
  }
  Value *difference =
      callKnown(RuntimeFunction::wasmc_compare_strings, {first, second, room});
  Value *isDecided =
      builder.CreateICmpNE(difference, builder.getInt32(INT32_MIN));
  returnIf(builder.CreateOr(isDecided, isWhole), [&] {
    return toI64(
        builder.CreateSelect(isDecided, difference, builder.getInt32(0)));
  });
}

// Copies the string and its zero; the result is where that zero is.
void FunctionEmitter::emitKnownStringCopy() {
  Value *to = knownParam(0), *from = knownParam(1);
  Value *length =
      callKnown(RuntimeFunction::wasmc_find_byte,
                {knownPointer(from), builder.getInt32(0), roomFrom(from)});
  Value *size = builder.CreateAdd(length, builder.getInt64(1));
  Value *isFound = builder.CreateICmpSGE(length, builder.getInt64(0));
  Value *isSafe =
      builder.CreateAnd(isInMemory(to, size), areDisjoint(to, from, size));
  returnIf(builder.CreateAnd(isFound, isSafe), [&] {
    builder.CreateMemCpy(knownPointer(to), Align(1), knownPointer(from),
                         Align(1), size);
    return builder.CreateAdd(to, length);
  });
}

void FunctionEmitter::emitKnown(KnownFunction known) {
  switch (known) {
  case KnownFunction::Memcpy:
  case KnownFunction::Memmove:
    return emitKnownCopy(known);
  case KnownFunction::Memset: {
    Value *to = knownParam(0), *byte = knownParam(1), *size = knownParam(2);
    return returnIf(isInMemory(to, size), [&] {
      builder.CreateMemSet(knownPointer(to),
                           builder.CreateTrunc(byte, builder.getInt8Ty()), size,
                           Align(1));
      return to;
    });
  }
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

} // namespace wasmc
