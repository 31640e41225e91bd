// Conversions between vectors of integers and of floats (core spec 4.3.4 lane
// by lane). LLVM's saturating casts become long compare chains; the sequences
// here lean on what cvttps2dq and cvttpd2dq do: 0x80000000 for what is no i32.

#include "FunctionEmitter.h"
#include "llvm/IR/IntrinsicsX86.h"

using namespace llvm;

namespace wasmc {

Value *FunctionEmitter::truncateLanes(Value *floats) {
  Intrinsic::ID id = floats->getType() == floatLanes(32)
                         ? Intrinsic::x86_sse2_cvttps2dq
                         : Intrinsic::x86_sse2_cvttpd2dq;
  return builder.CreateIntrinsic(id, {}, {floats});
}

// All ones where the lanes compare, as a mask of the floats' width.
static Value *compareMask(IRBuilder<> &builder, CmpInst::Predicate predicate,
                          Value *left, Value *right) {
  Value *flags = builder.CreateFCmp(predicate, left, right);
  return builder.CreateSExt(
      flags, VectorType::getInteger(cast<VectorType>(left->getType())));
}

void FunctionEmitter::I32x4TruncSatF32x4S(const NoneImm &) {
  Value *value = popLanes(floatLanes(32));
  Type *type = value->getType();
  // A NaN becomes 0; 0x80000000 is right for what is too small, and inverted
  // for what is too large.
  Value *isNumber = compareMask(builder, CmpInst::FCMP_ORD, value, value);
  Value *tooLarge = compareMask(builder, CmpInst::FCMP_OGE, value,
                                ConstantFP::get(type, 0x1p31));
  Value *result = builder.CreateXor(truncateLanes(value), tooLarge);
  pushLanes(builder.CreateAnd(result, isNumber));
}

void FunctionEmitter::truncateUnsigned32() {
  Value *value = popLanes(floatLanes(32));
  Type *type = value->getType();
  // Not above zero, or a NaN: 0.
  value = pick(CmpInst::FCMP_OGT, value, Constant::getNullValue(type));
  Value *tooLarge = compareMask(builder, CmpInst::FCMP_OGE, value,
                                ConstantFP::get(type, 0x1p32));
  // From 2^31 on `low` is 0x80000000, and the rest is added to that.
  Value *low = truncateLanes(value);
  Value *rest =
      truncateLanes(builder.CreateFSub(value, ConstantFP::get(type, 0x1p31)));
  rest = builder.CreateAnd(rest, builder.CreateAShr(low, 31));
  pushLanes(builder.CreateOr(builder.CreateOr(low, rest), tooLarge));
}

void FunctionEmitter::I32x4TruncSatF64x2SZero(const NoneImm &) {
  Value *value = popLanes(floatLanes(64));
  // The largest i32, or 0 for a NaN, which `pick` then picks.
  Value *limit =
      builder.CreateSelect(builder.CreateFCmpORD(value, value),
                           ConstantFP::get(value->getType(), 0x7fffffffp0),
                           Constant::getNullValue(value->getType()));
  pushLanes(truncateLanes(pick(CmpInst::FCMP_OLT, value, limit)));
}

void FunctionEmitter::truncateUnsigned64() {
  Value *value = popLanes(floatLanes(64));
  Type *type = value->getType();
  value = pick(CmpInst::FCMP_OGT, value, Constant::getNullValue(type));
  value = pick(CmpInst::FCMP_OLT, value, ConstantFP::get(type, 0xffffffffp0));
  value = builder.CreateUnaryIntrinsic(Intrinsic::trunc, value);
  // Adding 2^52 leaves the integer in the low bits of the significand.
  value = builder.CreateFAdd(value, ConstantFP::get(type, 0x1p52));
  pushLanes(builder.CreateShuffleVector(as(value, intLanes(32)),
                                        Constant::getNullValue(intLanes(32)),
                                        {0, 2, 4, 5}));
}

void FunctionEmitter::F32x4DemoteF64x2Zero(const NoneImm &) {
  Value *value = popLanes(floatLanes(64));
  auto *type = FixedVectorType::get(builder.getFloatTy(), 2);
  Value *floats = builder.CreateFPTrunc(value, type);
  pushLanes(builder.CreateShuffleVector(floats, Constant::getNullValue(type),
                                        {0, 1, 2, 3}));
}

void FunctionEmitter::F64x2PromoteLowF32x4(const NoneImm &) {
  pushLanes(builder.CreateFPExt(half(popLanes(floatLanes(32)), false),
                                floatLanes(64)));
}

#define SIMPLE(Name, statement)                                                \
  void FunctionEmitter::Name(const NoneImm &) { statement; }

SIMPLE(I32x4TruncSatF32x4U, truncateUnsigned32())
SIMPLE(I32x4TruncSatF64x2UZero, truncateUnsigned64())
SIMPLE(F32x4ConvertI32x4S,
       pushLanes(builder.CreateSIToFP(popLanes(intLanes(32)), floatLanes(32))))
SIMPLE(F32x4ConvertI32x4U,
       pushLanes(builder.CreateUIToFP(popLanes(intLanes(32)), floatLanes(32))))
SIMPLE(F64x2ConvertLowI32x4S,
       pushLanes(builder.CreateSIToFP(half(popLanes(intLanes(32)), false),
                                      floatLanes(64))))
SIMPLE(F64x2ConvertLowI32x4U,
       pushLanes(builder.CreateUIToFP(half(popLanes(intLanes(32)), false),
                                      floatLanes(64))))

} // namespace wasmc
