// Vectors of floats (core spec 4.3.3, lane by lane). What EmitNumeric.cpp does
// for NaNs of scalars holds for lanes: most methods are the same.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

Value *FunctionEmitter::pick(CmpInst::Predicate predicate, Value *left,
                             Value *right) {
  return builder.CreateSelect(builder.CreateFCmp(predicate, left, right), left,
                              right);
}

// Like minMax, with what SSE has: minps gives its second operand if either is a
// NaN or both are zeros, so that the two orders differ in just these cases.
// Their bits joined give the right zero.
void FunctionEmitter::laneMinMax(bool isMin) {
  Value *right = pop();
  Value *left = pop();
  Type *type = left->getType();
  Type *bits = VectorType::getInteger(cast<VectorType>(type));
  auto predicate = isMin ? CmpInst::FCMP_OLT : CmpInst::FCMP_OGT;
  Value *one = builder.CreateBitCast(pick(predicate, left, right), bits);
  Value *other = builder.CreateBitCast(pick(predicate, right, left), bits);
  Value *both =
      isMin ? builder.CreateOr(one, other) : builder.CreateAnd(one, other);
  push(builder.CreateSelect(builder.CreateFCmpUNO(left, right),
                            ConstantFP::getNaN(type),
                            builder.CreateBitCast(both, type)));
}

// pmin(a, b) is b < a ? b : a, pmax(a, b) is a < b ? b : a.
void FunctionEmitter::pseudoMinMax(CmpInst::Predicate predicate) {
  Value *right = pop();
  push(pick(predicate, right, pop()));
}

#define SIMPLE(Name, statement)                                                \
  void FunctionEmitter::Name(const NoneImm &) { statement; }
#define LANEWISE(Name, bits, operands, statement)                              \
  SIMPLE(Name, lanewise(floatLanes(bits), operands, [&] { statement; }))
#define SHAPE(Shape, bits)                                                     \
  LANEWISE(Shape##Add, bits, 2, floatBinary(Instruction::FAdd))                \
  LANEWISE(Shape##Sub, bits, 2, floatBinary(Instruction::FSub))                \
  LANEWISE(Shape##Mul, bits, 2, floatBinary(Instruction::FMul))                \
  LANEWISE(Shape##Div, bits, 2, floatBinary(Instruction::FDiv))                \
  LANEWISE(Shape##Min, bits, 2, laneMinMax(true))                              \
  LANEWISE(Shape##Max, bits, 2, laneMinMax(false))                             \
  LANEWISE(Shape##Pmin, bits, 2, pseudoMinMax(CmpInst::FCMP_OLT))              \
  LANEWISE(Shape##Pmax, bits, 2, pseudoMinMax(CmpInst::FCMP_OGT))              \
  LANEWISE(Shape##Neg, bits, 1, negate())                                      \
  LANEWISE(Shape##Abs, bits, 1, unaryIntrinsic(Intrinsic::fabs))               \
  LANEWISE(Shape##Sqrt, bits, 1, unaryIntrinsic(Intrinsic::sqrt))              \
  LANEWISE(Shape##Ceil, bits, 1, unaryIntrinsic(Intrinsic::ceil))              \
  LANEWISE(Shape##Floor, bits, 1, unaryIntrinsic(Intrinsic::floor))            \
  LANEWISE(Shape##Trunc, bits, 1, unaryIntrinsic(Intrinsic::trunc))            \
  LANEWISE(Shape##Nearest, bits, 1, unaryIntrinsic(Intrinsic::roundeven))      \
  SIMPLE(Shape##Eq, laneCompare(floatLanes(bits), CmpInst::FCMP_OEQ))          \
  SIMPLE(Shape##Ne, laneCompare(floatLanes(bits), CmpInst::FCMP_UNE))          \
  SIMPLE(Shape##Lt, laneCompare(floatLanes(bits), CmpInst::FCMP_OLT))          \
  SIMPLE(Shape##Gt, laneCompare(floatLanes(bits), CmpInst::FCMP_OGT))          \
  SIMPLE(Shape##Le, laneCompare(floatLanes(bits), CmpInst::FCMP_OLE))          \
  SIMPLE(Shape##Ge, laneCompare(floatLanes(bits), CmpInst::FCMP_OGE))
SHAPE(F32x4, 32)
SHAPE(F64x2, 64)
#undef SHAPE

} // namespace wasmc
