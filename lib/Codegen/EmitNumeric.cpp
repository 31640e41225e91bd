// Constants, arithmetic and comparisons (core spec 4.3.2, 4.3.3). Where an LLVM
// instruction is undefined or poison for operands that WebAssembly defines, the
// code here makes them defined: shift counts, division, INT_MIN / -1, NaN.

#include "FunctionEmitter.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace wasmc {

void FunctionEmitter::I32Const(const I32Imm &imm) {
  push(builder.getInt32(imm.value));
}

void FunctionEmitter::I64Const(const I64Imm &imm) {
  push(builder.getInt64(imm.value));
}

void FunctionEmitter::F32Const(const F32Imm &imm) {
  push(ConstantFP::get(context,
                       APFloat(APFloat::IEEEsingle(), APInt(32, imm.bits))));
}

void FunctionEmitter::F64Const(const F64Imm &imm) {
  push(ConstantFP::get(context,
                       APFloat(APFloat::IEEEdouble(), APInt(64, imm.bits))));
}

void FunctionEmitter::binary(Instruction::BinaryOps op) {
  Value *right = pop();
  push(builder.CreateBinOp(op, pop(), right));
}

// The count is taken modulo the width; LLVM's shift would be poison.
void FunctionEmitter::shift(Instruction::BinaryOps op) {
  Value *count = pop();
  unsigned bits = count->getType()->getIntegerBitWidth();
  count =
      builder.CreateAnd(count, ConstantInt::get(count->getType(), bits - 1));
  push(builder.CreateBinOp(op, pop(), count));
}

void FunctionEmitter::rotate(Intrinsic::ID funnel) {
  Value *count = pop();
  Value *value = pop();
  push(builder.CreateIntrinsic(funnel, {value->getType()},
                               {value, value, count}));
}

void FunctionEmitter::compare(CmpInst::Predicate predicate) {
  Value *right = pop();
  Value *result = builder.CreateCmp(predicate, pop(), right);
  push(builder.CreateZExt(result, builder.getInt32Ty()));
}

void FunctionEmitter::isZero() {
  push(builder.CreateZExt(builder.CreateIsNull(pop()), builder.getInt32Ty()));
}

void FunctionEmitter::unaryIntrinsic(Intrinsic::ID id) {
  push(builder.CreateUnaryIntrinsic(id, pop()));
}

void FunctionEmitter::binaryIntrinsic(Intrinsic::ID id) {
  Value *right = pop();
  push(builder.CreateBinaryIntrinsic(id, pop(), right));
}

void FunctionEmitter::countZeros(Intrinsic::ID id) {
  Value *value = pop();
  push(builder.CreateBinaryIntrinsic(id, value, builder.getFalse()));
}

void FunctionEmitter::divide(bool isSigned) {
  Value *divisor = pop();
  Value *dividend = pop();
  Type *type = divisor->getType();
  trapIf(builder.CreateIsNull(divisor), Trap::IntegerDivideByZero);
  if (!isSigned) {
    push(builder.CreateUDiv(dividend, divisor));
    return;
  }
  APInt minimum = APInt::getSignedMinValue(type->getIntegerBitWidth());
  Value *overflows = builder.CreateAnd(
      builder.CreateICmpEQ(divisor, Constant::getAllOnesValue(type)),
      builder.CreateICmpEQ(dividend, ConstantInt::get(type, minimum)));
  trapIf(overflows, Trap::IntegerOverflow);
  push(builder.CreateSDiv(dividend, divisor));
}

void FunctionEmitter::remainder(bool isSigned) {
  Value *divisor = pop();
  Value *dividend = pop();
  Type *type = divisor->getType();
  trapIf(builder.CreateIsNull(divisor), Trap::IntegerDivideByZero);
  if (!isSigned) {
    push(builder.CreateURem(dividend, divisor));
    return;
  }
  // x rem -1 = 0 for every x, but the processor divides and overflows for
  // INT_MIN: divide by 1 instead, which has the same remainder.
  Value *isMinusOne =
      builder.CreateICmpEQ(divisor, Constant::getAllOnesValue(type));
  divisor =
      builder.CreateSelect(isMinusOne, ConstantInt::get(type, 1), divisor);
  push(builder.CreateSRem(dividend, divisor));
}

void FunctionEmitter::floatBinary(Instruction::BinaryOps op) {
  Value *right = pop();
  // Not by the builder: it folds even constants x * 1 to x (see QuietNaN.h).
  push(builder.Insert(BinaryOperator::Create(op, pop(), right)));
}

void FunctionEmitter::negate() { push(builder.CreateFNeg(pop())); }

// llvm.minimum would do but for signalling NaNs, which its x86 lowering passes
// through unquieted; here a NaN becomes the canonical one. Equal operands
// differ at most in the sign of a zero: their bits joined by `or` (min) or
// `and` (max) give the right one.
void FunctionEmitter::minMax(bool isMin) {
  Value *right = pop();
  Value *left = pop();
  Type *type = left->getType();
  Type *bitsType = builder.getIntNTy(type->getScalarSizeInBits());
  Value *first = isMin ? builder.CreateFCmpOLT(left, right)
                       : builder.CreateFCmpOGT(left, right);
  Value *picked = builder.CreateSelect(first, left, right);
  Value *leftBits = builder.CreateBitCast(left, bitsType);
  Value *rightBits = builder.CreateBitCast(right, bitsType);
  Value *zeros = isMin ? builder.CreateOr(leftBits, rightBits)
                       : builder.CreateAnd(leftBits, rightBits);
  Value *ordered =
      builder.CreateSelect(builder.CreateFCmpOEQ(left, right),
                           builder.CreateBitCast(zeros, type), picked);
  push(builder.CreateSelect(builder.CreateFCmpUNO(left, right),
                            ConstantFP::getNaN(type), ordered));
}

Value *FunctionEmitter::popWide() {
  Value *high = pop();
  Value *low = pop();
  Type *i128 = builder.getInt128Ty();
  return builder.CreateOr(builder.CreateShl(builder.CreateZExt(high, i128), 64),
                          builder.CreateZExt(low, i128));
}

void FunctionEmitter::pushWide(Value *wide) {
  push(builder.CreateTrunc(wide, builder.getInt64Ty()));
  push(builder.CreateTrunc(builder.CreateLShr(wide, 64), builder.getInt64Ty()));
}

void FunctionEmitter::wideBinary(Instruction::BinaryOps op) {
  Value *right = popWide();
  pushWide(builder.CreateBinOp(op, popWide(), right));
}

void FunctionEmitter::wideMultiply(Instruction::CastOps extend) {
  Type *i128 = builder.getInt128Ty();
  Value *right = builder.CreateCast(extend, pop(), i128);
  pushWide(builder.CreateMul(builder.CreateCast(extend, pop(), i128), right));
}

#define SIMPLE(Name, statement)                                                \
  void FunctionEmitter::Name(const NoneImm &) { statement; }
// An operation of both integer or both float types.
#define INTEGERS(Name, statement)                                              \
  SIMPLE(I32##Name, statement)                                                 \
  SIMPLE(I64##Name, statement)
#define FLOATS(Name, statement)                                                \
  SIMPLE(F32##Name, statement)                                                 \
  SIMPLE(F64##Name, statement)

INTEGERS(Add, binary(Instruction::Add))
INTEGERS(Sub, binary(Instruction::Sub))
INTEGERS(Mul, binary(Instruction::Mul))
INTEGERS(And, binary(Instruction::And))
INTEGERS(Or, binary(Instruction::Or))
INTEGERS(Xor, binary(Instruction::Xor))
INTEGERS(Shl, shift(Instruction::Shl))
INTEGERS(ShrS, shift(Instruction::AShr))
INTEGERS(ShrU, shift(Instruction::LShr))
INTEGERS(Rotl, rotate(Intrinsic::fshl))
INTEGERS(Rotr, rotate(Intrinsic::fshr))
INTEGERS(DivS, divide(true))
INTEGERS(DivU, divide(false))
INTEGERS(RemS, remainder(true))
INTEGERS(RemU, remainder(false))
INTEGERS(Clz, countZeros(Intrinsic::ctlz))
INTEGERS(Ctz, countZeros(Intrinsic::cttz))
INTEGERS(Popcnt, unaryIntrinsic(Intrinsic::ctpop))
INTEGERS(Eqz, isZero())
INTEGERS(Eq, compare(CmpInst::ICMP_EQ))
INTEGERS(Ne, compare(CmpInst::ICMP_NE))
INTEGERS(LtS, compare(CmpInst::ICMP_SLT))
INTEGERS(LtU, compare(CmpInst::ICMP_ULT))
INTEGERS(GtS, compare(CmpInst::ICMP_SGT))
INTEGERS(GtU, compare(CmpInst::ICMP_UGT))
INTEGERS(LeS, compare(CmpInst::ICMP_SLE))
INTEGERS(LeU, compare(CmpInst::ICMP_ULE))
INTEGERS(GeS, compare(CmpInst::ICMP_SGE))
INTEGERS(GeU, compare(CmpInst::ICMP_UGE))

SIMPLE(I64Add128, wideBinary(Instruction::Add))
SIMPLE(I64Sub128, wideBinary(Instruction::Sub))
SIMPLE(I64MulWideS, wideMultiply(Instruction::SExt))
SIMPLE(I64MulWideU, wideMultiply(Instruction::ZExt))

FLOATS(Add, floatBinary(Instruction::FAdd))
FLOATS(Sub, floatBinary(Instruction::FSub))
FLOATS(Mul, floatBinary(Instruction::FMul))
FLOATS(Div, floatBinary(Instruction::FDiv))
FLOATS(Min, minMax(true))
FLOATS(Max, minMax(false))
FLOATS(Neg, negate())
FLOATS(Abs, unaryIntrinsic(Intrinsic::fabs))
FLOATS(Copysign, binaryIntrinsic(Intrinsic::copysign))
FLOATS(Sqrt, unaryIntrinsic(Intrinsic::sqrt))
FLOATS(Ceil, unaryIntrinsic(Intrinsic::ceil))
FLOATS(Floor, unaryIntrinsic(Intrinsic::floor))
FLOATS(Trunc, unaryIntrinsic(Intrinsic::trunc))
FLOATS(Nearest, unaryIntrinsic(Intrinsic::roundeven))
FLOATS(Eq, compare(CmpInst::FCMP_OEQ))
FLOATS(Ne, compare(CmpInst::FCMP_UNE))
FLOATS(Lt, compare(CmpInst::FCMP_OLT))
FLOATS(Gt, compare(CmpInst::FCMP_OGT))
FLOATS(Le, compare(CmpInst::FCMP_OLE))
FLOATS(Ge, compare(CmpInst::FCMP_OGE))

} // namespace wasmc
