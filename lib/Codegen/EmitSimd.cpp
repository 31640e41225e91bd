// Vectors of integers and what does not depend on the kind of lane (core spec
// 4.3.5 and 4.4.4): each instruction is the LLVM operation that one x86
// instruction does, or the shortest sequence of them.

#include "FunctionEmitter.h"
#include "llvm/Analysis/ConstantFolding.h"
#include "llvm/IR/IntrinsicsX86.h"

using namespace llvm;

namespace wasmc {

// Lanes. ---------------------------------------------------------------------

FixedVectorType *FunctionEmitter::intLanes(unsigned bits) {
  return FixedVectorType::get(builder.getIntNTy(bits), 128 / bits);
}

FixedVectorType *FunctionEmitter::floatLanes(unsigned bits) {
  return bits == 32 ? FixedVectorType::get(builder.getFloatTy(), 4)
                    : FixedVectorType::get(builder.getDoubleTy(), 2);
}

// Looks through casts and folds constants, so that what a value is made of can
// be recognised (see QuietNaN.h).
Value *FunctionEmitter::as(Value *vector, FixedVectorType *lanes) {
  while (auto *cast = dyn_cast<BitCastInst>(vector)) {
    if (!isa<FixedVectorType>(cast->getSrcTy()))
      break;
    vector = cast->getOperand(0);
  }
  Value *result = builder.CreateBitCast(vector, lanes);
  if (auto *constant = dyn_cast<Constant>(result))
    return ConstantFoldConstant(constant, function->getDataLayout());
  return result;
}

Value *FunctionEmitter::splat(FixedVectorType *lanes, Value *scalar) {
  if (scalar->getType() != lanes->getElementType())
    scalar = builder.CreateTrunc(scalar, lanes->getElementType());
  return builder.CreateVectorSplat(lanes->getNumElements(), scalar);
}

void FunctionEmitter::extractLane(FixedVectorType *lanes, uint8_t lane,
                                  bool isSigned) {
  Value *value = builder.CreateExtractElement(popLanes(lanes), lane);
  if (lanes->getScalarSizeInBits() < 32)
    value = isSigned ? builder.CreateSExt(value, builder.getInt32Ty())
                     : builder.CreateZExt(value, builder.getInt32Ty());
  push(value);
}

void FunctionEmitter::replaceLane(FixedVectorType *lanes, uint8_t lane) {
  Value *value = pop();
  if (value->getType() != lanes->getElementType())
    value = builder.CreateTrunc(value, lanes->getElementType());
  pushLanes(builder.CreateInsertElement(popLanes(lanes), value, lane));
}

#define LANES(Shape, lanes, extractSuffix, isSigned)                           \
  void FunctionEmitter::Shape##ExtractLane##extractSuffix(                     \
      const LaneImm &imm) {                                                    \
    extractLane(lanes, imm.lane, isSigned);                                    \
  }
LANES(I8x16, intLanes(8), S, true)
LANES(I8x16, intLanes(8), U, false)
LANES(I16x8, intLanes(16), S, true)
LANES(I16x8, intLanes(16), U, false)
LANES(I32x4, intLanes(32), , false)
LANES(I64x2, intLanes(64), , false)
LANES(F32x4, floatLanes(32), , false)
LANES(F64x2, floatLanes(64), , false)
#undef LANES

#define LANES(Shape, lanes)                                                    \
  void FunctionEmitter::Shape##Splat(const NoneImm &) {                        \
    pushLanes(splat(lanes, pop()));                                            \
  }                                                                            \
  void FunctionEmitter::Shape##ReplaceLane(const LaneImm &imm) {               \
    replaceLane(lanes, imm.lane);                                              \
  }
LANES(I8x16, intLanes(8))
LANES(I16x8, intLanes(16))
LANES(I32x4, intLanes(32))
LANES(I64x2, intLanes(64))
LANES(F32x4, floatLanes(32))
LANES(F64x2, floatLanes(64))
#undef LANES

void FunctionEmitter::I8x16Shuffle(const ShuffleImm &imm) {
  Value *second = popLanes(intLanes(8));
  Value *first = popLanes(intLanes(8));
  SmallVector<int, 16> mask(std::begin(imm.lanes), std::end(imm.lanes));
  pushLanes(builder.CreateShuffleVector(first, second, mask));
}

Value *FunctionEmitter::shuffleBytes(Value *vector, Value *indices) {
  if (emitter.hasCpuFeatures("+ssse3"))
    return builder.CreateIntrinsic(Intrinsic::x86_ssse3_pshuf_b_128, {},
                                   {vector, indices});
  Value *low = builder.CreateAnd(indices, ConstantInt::get(intLanes(8), 15));
  Value *result = Constant::getNullValue(intLanes(8));
  for (unsigned lane = 0; lane < 16; ++lane) {
    Value *index = builder.CreateExtractElement(low, lane);
    result = builder.CreateInsertElement(
        result, builder.CreateExtractElement(vector, index), lane);
  }
  Value *isNegative =
      builder.CreateICmpSLT(indices, Constant::getNullValue(intLanes(8)));
  return builder.CreateSelect(isNegative, Constant::getNullValue(intLanes(8)),
                              result);
}

// Indices from 16 on select 0: adding 0x70 with saturation sets their bit 7 and
// leaves the low four bits of the others.
void FunctionEmitter::I8x16Swizzle(const NoneImm &) {
  Value *indices =
      builder.CreateBinaryIntrinsic(Intrinsic::uadd_sat, popLanes(intLanes(8)),
                                    ConstantInt::get(intLanes(8), 0x70));
  pushLanes(shuffleBytes(popLanes(intLanes(8)), indices));
}

// Bits. ----------------------------------------------------------------------

#define SIMPLE(Name, statement)                                                \
  void FunctionEmitter::Name(const NoneImm &) { statement; }

void FunctionEmitter::V128Const(const V128Imm &imm) {
  push(ConstantDataVector::get(context, ArrayRef(imm.bytes)));
}

void FunctionEmitter::V128Andnot(const NoneImm &) {
  Value *inverted = builder.CreateNot(pop());
  push(builder.CreateAnd(pop(), inverted));
}

void FunctionEmitter::bitselect() {
  Value *mask = pop();
  Value *ifClear = builder.CreateAnd(pop(), builder.CreateNot(mask));
  push(builder.CreateOr(builder.CreateAnd(pop(), mask), ifClear));
}

SIMPLE(V128Not, push(builder.CreateNot(pop())))
SIMPLE(V128And, binary(Instruction::And))
SIMPLE(V128Or, binary(Instruction::Or))
SIMPLE(V128Xor, binary(Instruction::Xor))
SIMPLE(V128Bitselect, bitselect())

void FunctionEmitter::V128AnyTrue(const NoneImm &) {
  Value *bits = builder.CreateBitCast(pop(), builder.getInt128Ty());
  push(builder.CreateZExt(builder.CreateIsNotNull(bits), builder.getInt32Ty()));
}

// A vector of i1 as an integer, lane 0 in bit 0.
static Value *asMask(IRBuilder<> &builder, Value *flags) {
  unsigned count = cast<FixedVectorType>(flags->getType())->getNumElements();
  return builder.CreateBitCast(flags, builder.getIntNTy(count));
}

void FunctionEmitter::allTrue(FixedVectorType *lanes) {
  Value *zeros = asMask(builder, builder.CreateIsNull(popLanes(lanes)));
  push(builder.CreateZExt(builder.CreateIsNull(zeros), builder.getInt32Ty()));
}

void FunctionEmitter::bitmask(FixedVectorType *lanes) {
  Value *negative =
      builder.CreateICmpSLT(popLanes(lanes), Constant::getNullValue(lanes));
  push(builder.CreateZExt(asMask(builder, negative), builder.getInt32Ty()));
}

// Arithmetic within the lanes. ------------------------------------------------

void FunctionEmitter::laneCompare(FixedVectorType *lanes,
                                  CmpInst::Predicate predicate) {
  Value *right = popLanes(lanes);
  Value *flags = builder.CreateCmp(predicate, popLanes(lanes), right);
  pushLanes(builder.CreateSExt(flags, intLanes(lanes->getScalarSizeInBits())));
}

// One count for all lanes, modulo their width.
void FunctionEmitter::laneShift(FixedVectorType *lanes,
                                Instruction::BinaryOps op) {
  Value *count =
      builder.CreateAnd(pop(), constantI32(lanes->getScalarSizeInBits() - 1));
  count = builder.CreateZExtOrTrunc(count, lanes->getElementType());
  Value *counts = splat(lanes, count);
  pushLanes(builder.CreateBinOp(op, popLanes(lanes), counts));
}

#define LANEWISE(Name, bits, operands, statement)                              \
  SIMPLE(Name, lanewise(intLanes(bits), operands, [&] { statement; }))
#define COMPARE(Name, bits, predicate)                                         \
  SIMPLE(Name, laneCompare(intLanes(bits), CmpInst::predicate))

// What every width has.
#define SHAPE(Shape, bits)                                                     \
  LANEWISE(Shape##Add, bits, 2, binary(Instruction::Add))                      \
  LANEWISE(Shape##Sub, bits, 2, binary(Instruction::Sub))                      \
  LANEWISE(Shape##Neg, bits, 1, push(builder.CreateNeg(pop())))                \
  LANEWISE(Shape##Abs, bits, 1,                                                \
           push(builder.CreateBinaryIntrinsic(Intrinsic::abs, pop(),           \
                                              builder.getFalse())))            \
  SIMPLE(Shape##Shl, laneShift(intLanes(bits), Instruction::Shl))              \
  SIMPLE(Shape##ShrS, laneShift(intLanes(bits), Instruction::AShr))            \
  SIMPLE(Shape##ShrU, laneShift(intLanes(bits), Instruction::LShr))            \
  SIMPLE(Shape##AllTrue, allTrue(intLanes(bits)))                              \
  SIMPLE(Shape##Bitmask, bitmask(intLanes(bits)))                              \
  COMPARE(Shape##Eq, bits, ICMP_EQ)                                            \
  COMPARE(Shape##Ne, bits, ICMP_NE)                                            \
  COMPARE(Shape##LtS, bits, ICMP_SLT)                                          \
  COMPARE(Shape##GtS, bits, ICMP_SGT)                                          \
  COMPARE(Shape##LeS, bits, ICMP_SLE)                                          \
  COMPARE(Shape##GeS, bits, ICMP_SGE)
SHAPE(I8x16, 8)
SHAPE(I16x8, 16)
SHAPE(I32x4, 32)
SHAPE(I64x2, 64)
#undef SHAPE

#define SHAPE(Shape, bits)                                                     \
  COMPARE(Shape##LtU, bits, ICMP_ULT)                                          \
  COMPARE(Shape##GtU, bits, ICMP_UGT)                                          \
  COMPARE(Shape##LeU, bits, ICMP_ULE)                                          \
  COMPARE(Shape##GeU, bits, ICMP_UGE)                                          \
  LANEWISE(Shape##MinS, bits, 2, binaryIntrinsic(Intrinsic::smin))             \
  LANEWISE(Shape##MinU, bits, 2, binaryIntrinsic(Intrinsic::umin))             \
  LANEWISE(Shape##MaxS, bits, 2, binaryIntrinsic(Intrinsic::smax))             \
  LANEWISE(Shape##MaxU, bits, 2, binaryIntrinsic(Intrinsic::umax))
SHAPE(I8x16, 8)
SHAPE(I16x8, 16)
SHAPE(I32x4, 32)
#undef SHAPE

#define SHAPE(Shape, bits)                                                     \
  LANEWISE(Shape##AddSatS, bits, 2, binaryIntrinsic(Intrinsic::sadd_sat))      \
  LANEWISE(Shape##AddSatU, bits, 2, binaryIntrinsic(Intrinsic::uadd_sat))      \
  LANEWISE(Shape##SubSatS, bits, 2, binaryIntrinsic(Intrinsic::ssub_sat))      \
  LANEWISE(Shape##SubSatU, bits, 2, binaryIntrinsic(Intrinsic::usub_sat))      \
  SIMPLE(Shape##AvgrU, average(intLanes(bits)))
SHAPE(I8x16, 8)
SHAPE(I16x8, 16)
#undef SHAPE

LANEWISE(I16x8Mul, 16, 2, binary(Instruction::Mul))
LANEWISE(I32x4Mul, 32, 2, binary(Instruction::Mul))
LANEWISE(I64x2Mul, 64, 2, binary(Instruction::Mul))
LANEWISE(I8x16Popcnt, 8, 1, unaryIntrinsic(Intrinsic::ctpop))

} // namespace wasmc
