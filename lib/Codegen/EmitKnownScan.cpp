// The fast way through functions of a C library that look at bytes one after
// the other until one decides (EmitKnown.cpp has the others): 16 bytes a turn.
//
// A turn may read bytes that the function itself does not come to, since all 16
// are in memory, and memory has no holes. Where fewer are left of it, the body
// goes on, and traps where it would have.

#include "FunctionEmitter.h"
#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace wasmc {

static constexpr uint64_t pieceBytes = 16;

// How far from the starts a whole piece is in memory at each; may be negative.
Value *FunctionEmitter::lastPiece(ArrayRef<Value *> starts) {
  Value *highest = starts[0];
  for (Value *start : starts.drop_front())
    highest = builder.CreateBinaryIntrinsic(Intrinsic::umax, highest, start);
  return builder.CreateSub(
      builder.CreateSub(knownBytes(), builder.getInt64(pieceBytes)), highest);
}

Value *FunctionEmitter::bitsOf(Value *lanes) {
  return builder.CreateBitCast(lanes, builder.getIntNTy(pieceBytes));
}

// Looks for the first byte that `stops` tells of. Goes on where it is found;
// where there is a size and no such byte within, the function returns 0.
FunctionEmitter::Scan FunctionEmitter::emitScan(ArrayRef<Value *> starts,
                                                Value *size, StopsIn stops) {
  if (size) {
    llvm::BasicBlock *some = whereAtMost(size, 0);
    builder.CreateRet(builder.getInt32(0));
    builder.SetInsertPoint(some);
  }
  Type *piece = FixedVectorType::get(builder.getInt8Ty(), pieceBytes);
  llvm::BasicBlock *before = builder.GetInsertBlock();
  llvm::BasicBlock *look = createBlock("look"), *found = createBlock("found");
  llvm::BasicBlock *turn = createBlock("turn"), *next = createBlock("next");
  llvm::BasicBlock *body = createBlock("body");
  Value *last = lastPiece(starts);
  SmallVector<Value *, 2> pointers;
  for (Value *start : starts)
    pointers.push_back(knownPointer(start));
  builder.CreateBr(turn);

  builder.SetInsertPoint(turn);
  PHINode *at = builder.CreatePHI(builder.getInt64Ty(), 2);
  at->addIncoming(builder.getInt64(0), before);
  builder.CreateCondBr(builder.CreateICmpSLE(at, last), look, body)
      ->setMetadata(LLVMContext::MD_prof,
                    MDBuilder(context).createLikelyBranchWeights());

  builder.SetInsertPoint(look);
  SmallVector<Value *, 2> pieces;
  for (Value *pointer : pointers)
    pieces.push_back(builder.CreateAlignedLoad(
        piece, builder.CreatePtrAdd(pointer, at), Align(1)));
  Value *mask =
      builder.CreateBitCast(stops(pieces), builder.getIntNTy(pieceBytes));
  builder.CreateCondBr(builder.CreateIsNotNull(mask), found, next);

  builder.SetInsertPoint(next);
  Value *beyond = builder.CreateAdd(at, builder.getInt64(pieceBytes));
  at->addIncoming(beyond, next);
  llvm::BasicBlock *none = nullptr;
  if (size) {
    none = createBlock("none");
    builder.CreateCondBr(builder.CreateICmpULT(beyond, size), turn, none);
    builder.SetInsertPoint(none);
    builder.CreateRet(builder.getInt32(0));
  } else {
    builder.CreateBr(turn);
  }

  builder.SetInsertPoint(found);
  Value *lane = builder.CreateBinaryIntrinsic(
      Intrinsic::cttz, builder.CreateZExt(mask, builder.getInt32Ty()),
      builder.getTrue());
  Value *distance = builder.CreateAdd(at, toI64(lane));
  if (size) {
    llvm::BasicBlock *within = createBlock("within");
    builder.CreateCondBr(builder.CreateICmpULT(distance, size), within, none);
    builder.SetInsertPoint(within);
  }
  return {before, body, at, distance};
}

// The body goes on with the parameter `local` so much more, or less.
void FunctionEmitter::advance(unsigned local, Value *change) {
  llvm::BasicBlock *block = builder.GetInsertBlock();
  Value *old = ssa.read(block, local);
  ssa.write(
      block, local,
      builder.CreateAdd(old, builder.CreateTrunc(change, old->getType())));
}

void FunctionEmitter::emitKnownSearch(KnownFunction known) {
  Value *start = knownParam(0);
  Value *zeros = ConstantInt::getNullValue(
      FixedVectorType::get(builder.getInt8Ty(), pieceBytes));
  Value *wanted = zeros;
  if (known != KnownFunction::Strlen)
    wanted = builder.CreateVectorSplat(
        pieceBytes, builder.CreateTrunc(knownParam(1), builder.getInt8Ty()));
  Value *size = known == KnownFunction::Memchr ? knownParam(2) : nullptr;
  Scan scan = emitScan(start, size, [&](ArrayRef<Value *> pieces) {
    Value *stops = builder.CreateICmpEQ(pieces[0], wanted);
    if (known == KnownFunction::Strchrnul)
      stops = builder.CreateOr(stops, builder.CreateICmpEQ(pieces[0], zeros));
    return bitsOf(stops);
  });
  Value *result = scan.distance;
  if (known != KnownFunction::Strlen)
    result = builder.CreateAdd(start, result);
  builder.CreateRet(builder.CreateTrunc(result, builder.getInt32Ty()));
  continueIn(scan.body, scan.before);
}

void FunctionEmitter::emitKnownComparison(KnownFunction known) {
  Value *left = knownParam(0), *right = knownParam(1);
  Value *first = knownPointer(left), *second = knownPointer(right);
  Value *size = known == KnownFunction::Strcmp ? nullptr : knownParam(2);
  Scan scan = emitScan({left, right}, size, [&](ArrayRef<Value *> pieces) {
    // The processor compares for equality.
    Value *isSame = builder.CreateICmpEQ(pieces[0], pieces[1]);
    if (known != KnownFunction::Memcmp)
      isSame = builder.CreateAnd(
          isSame, builder.CreateICmpNE(pieces[0], ConstantInt::getNullValue(
                                                      pieces[0]->getType())));
    return builder.CreateNot(bitsOf(isSame));
  });
  auto byteOf = [&](Value *pointer) {
    Value *place = builder.CreatePtrAdd(pointer, scan.distance);
    return builder.CreateZExt(builder.CreateLoad(builder.getInt8Ty(), place),
                              builder.getInt32Ty());
  };
  Value *byte = byteOf(first);
  builder.CreateRet(builder.CreateSub(byte, byteOf(second)));
  continueIn(scan.body, scan.before);
  advance(0, scan.at);
  advance(1, scan.at);
  if (size)
    advance(2, builder.CreateNeg(scan.at));
}

// Programs look for a string among others: mostly the first bytes decide. They
// are only looked at where they are in memory, so that the function is in the
// backtrace of its trap. (Blocks of memory that are compared mostly begin with
// the same byte: there nothing was won.)
void FunctionEmitter::emitStringComparison(uint32_t funcidx) {
  const FuncType &type = emitter.wasm.typeOfFunction(funcidx);
  ArrayRef<Value *> arguments = top(type.params.size());
  llvm::BasicBlock *before = builder.GetInsertBlock();
  llvm::BasicBlock *first = createBlock("first");
  llvm::BasicBlock *call = createBlock("call");
  llvm::BasicBlock *compared = createBlock("compared");
  for (llvm::BasicBlock *block : {call, compared})
    ssa.setSinglePredecessor(block, before);
  Value *left = toI64(arguments[0]), *right = toI64(arguments[1]);
  Value *highest = builder.CreateBinaryIntrinsic(Intrinsic::umax, left, right);
  Value *isReadable = builder.CreateICmpULT(highest, knownBytes());
  if (arguments.size() == 3)
    isReadable =
        builder.CreateAnd(isReadable, builder.CreateIsNotNull(arguments[2]));
  builder.CreateCondBr(isReadable, first, call)
      ->setMetadata(LLVMContext::MD_prof,
                    MDBuilder(context).createLikelyBranchWeights());

  continueIn(first, before);
  auto byteAt = [&](Value *index) {
    return builder.CreateZExt(
        builder.CreateLoad(builder.getInt8Ty(), knownPointer(index)),
        builder.getInt32Ty());
  };
  Value *leftByte = byteAt(left), *rightByte = byteAt(right);
  Value *difference = builder.CreateSub(leftByte, rightByte);
  builder.CreateCondBr(builder.CreateICmpNE(leftByte, rightByte), compared,
                       call);

  builder.SetInsertPoint(call);
  emitCall(emitter.function(funcidx), type);
  Value *result = pop();
  call = builder.GetInsertBlock();
  builder.CreateBr(compared);

  builder.SetInsertPoint(compared);
  PHINode *phi = builder.CreatePHI(builder.getInt32Ty(), 2);
  phi->addIncoming(difference, first);
  phi->addIncoming(result, call);
  push(phi);
}

// Copies the string and its zero; the result is where that zero is.
void FunctionEmitter::emitKnownStringCopy() {
  Value *to = knownParam(0), *from = knownParam(1);
  Value *zeros = ConstantInt::getNullValue(
      FixedVectorType::get(builder.getInt8Ty(), pieceBytes));
  Scan scan = emitScan(from, nullptr, [&](ArrayRef<Value *> pieces) {
    return bitsOf(builder.CreateICmpEQ(pieces[0], zeros));
  });
  copyInMemory(to, from, builder.CreateAdd(scan.distance, builder.getInt64(1)),
               /*mayOverlap=*/false, builder.CreateAdd(to, scan.distance));
  builder.CreateBr(scan.body);
  continueIn(scan.body, scan.before);
}

} // namespace wasmc
