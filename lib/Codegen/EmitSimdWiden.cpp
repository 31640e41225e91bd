// Vector integer instructions whose operands and results differ in width (core
// spec 4.3.5): extension, narrowing, and products and sums that would overflow.
// x86 has one instruction for most; where it needs SSSE3 and -mcpu= does not
// have it, a longer sequence gives the same result.

#include "FunctionEmitter.h"
#include "llvm/IR/IntrinsicsX86.h"
#include <numeric>

using namespace llvm;

namespace wasmc {

static unsigned countLanes(Value *vector) {
  return cast<FixedVectorType>(vector->getType())->getNumElements();
}

Value *FunctionEmitter::everyOtherLane(Value *vector, unsigned first) {
  SmallVector<int, 8> mask;
  for (unsigned lane = first; lane < countLanes(vector); lane += 2)
    mask.push_back(lane);
  return builder.CreateShuffleVector(vector, mask);
}

Value *FunctionEmitter::half(Value *vector, bool isHigh) {
  unsigned count = countLanes(vector) / 2;
  SmallVector<int, 8> mask(count);
  std::iota(mask.begin(), mask.end(), isHigh ? count : 0);
  return builder.CreateShuffleVector(vector, mask);
}

Value *FunctionEmitter::extended(Value *vector, bool isSigned) {
  Type *type = VectorType::getExtendedElementVectorType(
      cast<VectorType>(vector->getType()));
  return isSigned ? builder.CreateSExt(vector, type)
                  : builder.CreateZExt(vector, type);
}

void FunctionEmitter::extend(FixedVectorType *from, bool isHigh,
                             bool isSigned) {
  pushLanes(extended(half(popLanes(from), isHigh), isSigned));
}

void FunctionEmitter::extendMultiply(FixedVectorType *from, bool isHigh,
                                     bool isSigned) {
  Value *right = extended(half(popLanes(from), isHigh), isSigned);
  Value *left = extended(half(popLanes(from), isHigh), isSigned);
  pushLanes(builder.CreateMul(left, right));
}

// The lanes of two vectors, clamped to what fits half the width: pack*.
void FunctionEmitter::narrow(FixedVectorType *from, bool isSigned) {
  Value *high = popLanes(from);
  SmallVector<int, 16> mask(2 * from->getNumElements());
  std::iota(mask.begin(), mask.end(), 0);
  Value *both = builder.CreateShuffleVector(popLanes(from), high, mask);
  Type *type = both->getType();
  unsigned bits = from->getScalarSizeInBits() / 2;
  APInt low = isSigned ? APInt::getSignedMinValue(bits).sext(2 * bits)
                       : APInt::getZero(2 * bits);
  APInt limit = isSigned ? APInt::getSignedMaxValue(bits).sext(2 * bits)
                         : APInt::getMaxValue(bits).zext(2 * bits);
  both = builder.CreateBinaryIntrinsic(Intrinsic::smin, both,
                                       ConstantInt::get(type, limit));
  both = builder.CreateBinaryIntrinsic(Intrinsic::smax, both,
                                       ConstantInt::get(type, low));
  pushLanes(builder.CreateTrunc(both, intLanes(bits)));
}

// (left + right + 1) >> 1 without overflow: pavg*.
void FunctionEmitter::average(FixedVectorType *lanes) {
  Value *right = extended(popLanes(lanes), /*isSigned=*/false);
  Value *left = extended(popLanes(lanes), /*isSigned=*/false);
  Constant *one = ConstantInt::get(right->getType(), 1);
  Value *sum = builder.CreateAdd(builder.CreateAdd(left, right), one);
  pushLanes(builder.CreateTrunc(builder.CreateLShr(sum, one), lanes));
}

Value *FunctionEmitter::dot16(Value *left, Value *right) {
  return builder.CreateIntrinsic(Intrinsic::x86_sse2_pmadd_wd, {},
                                 {left, right});
}

Value *FunctionEmitter::dot8(Value *unsignedBytes, Value *signedBytes) {
  if (emitter.hasCpuFeatures("+ssse3"))
    return builder.CreateIntrinsic(Intrinsic::x86_ssse3_pmadd_ub_sw_128, {},
                                   {unsignedBytes, signedBytes});
  auto product = [&](unsigned first) {
    return builder.CreateMul(
        extended(everyOtherLane(unsignedBytes, first), /*isSigned=*/false),
        extended(everyOtherLane(signedBytes, first), /*isSigned=*/true));
  };
  return builder.CreateBinaryIntrinsic(Intrinsic::sadd_sat, product(0),
                                       product(1));
}

Value *FunctionEmitter::multiplyRound(Value *left, Value *right) {
  if (emitter.hasCpuFeatures("+ssse3"))
    return builder.CreateIntrinsic(Intrinsic::x86_ssse3_pmul_hr_sw_128, {},
                                   {left, right});
  Value *product =
      builder.CreateMul(extended(left, true), extended(right, true));
  Value *rounded =
      builder.CreateAdd(product, ConstantInt::get(product->getType(), 0x4000));
  return builder.CreateTrunc(builder.CreateAShr(rounded, 15), left->getType());
}

// Only -1 * -1 gives 0x8000, which becomes 0x7fff.
void FunctionEmitter::I16x8Q15mulrSatS(const NoneImm &) {
  FixedVectorType *lanes = intLanes(16);
  Value *right = popLanes(lanes);
  Value *product = multiplyRound(popLanes(lanes), right);
  Value *overflows =
      builder.CreateICmpEQ(product, ConstantInt::get(lanes, 0x8000));
  pushLanes(builder.CreateXor(product, builder.CreateSExt(overflows, lanes)));
}

void FunctionEmitter::I32x4DotI16x8S(const NoneImm &) {
  Value *right = popLanes(intLanes(16));
  pushLanes(dot16(popLanes(intLanes(16)), right));
}

// A sum of pairs is a dot product with ones.
void FunctionEmitter::I16x8ExtaddPairwiseI8x16S(const NoneImm &) {
  pushLanes(dot8(ConstantInt::get(intLanes(8), 1), popLanes(intLanes(8))));
}

void FunctionEmitter::I16x8ExtaddPairwiseI8x16U(const NoneImm &) {
  pushLanes(dot8(popLanes(intLanes(8)), ConstantInt::get(intLanes(8), 1)));
}

void FunctionEmitter::I32x4ExtaddPairwiseI16x8S(const NoneImm &) {
  pushLanes(dot16(popLanes(intLanes(16)), ConstantInt::get(intLanes(16), 1)));
}

void FunctionEmitter::I32x4ExtaddPairwiseI16x8U(const NoneImm &) {
  Value *pairs = popLanes(intLanes(32));
  Value *even = builder.CreateAnd(pairs, 0xFFFF);
  pushLanes(builder.CreateAdd(even, builder.CreateLShr(pairs, 16)));
}

#define SIMPLE(Name, statement)                                                \
  void FunctionEmitter::Name(const NoneImm &) { statement; }
#define HALVES(Wide, Narrow, bits)                                             \
  SIMPLE(Wide##ExtendLow##Narrow##S, extend(intLanes(bits), false, true))      \
  SIMPLE(Wide##ExtendHigh##Narrow##S, extend(intLanes(bits), true, true))      \
  SIMPLE(Wide##ExtendLow##Narrow##U, extend(intLanes(bits), false, false))     \
  SIMPLE(Wide##ExtendHigh##Narrow##U, extend(intLanes(bits), true, false))     \
  SIMPLE(Wide##ExtmulLow##Narrow##S,                                           \
         extendMultiply(intLanes(bits), false, true))                          \
  SIMPLE(Wide##ExtmulHigh##Narrow##S,                                          \
         extendMultiply(intLanes(bits), true, true))                           \
  SIMPLE(Wide##ExtmulLow##Narrow##U,                                           \
         extendMultiply(intLanes(bits), false, false))                         \
  SIMPLE(Wide##ExtmulHigh##Narrow##U,                                          \
         extendMultiply(intLanes(bits), true, false))
HALVES(I16x8, I8x16, 8)
HALVES(I32x4, I16x8, 16)
HALVES(I64x2, I32x4, 32)
#undef HALVES

SIMPLE(I8x16NarrowI16x8S, narrow(intLanes(16), true))
SIMPLE(I8x16NarrowI16x8U, narrow(intLanes(16), false))
SIMPLE(I16x8NarrowI32x4S, narrow(intLanes(32), true))
SIMPLE(I16x8NarrowI32x4U, narrow(intLanes(32), false))

} // namespace wasmc
