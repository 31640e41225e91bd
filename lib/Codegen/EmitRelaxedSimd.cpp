// Relaxed vector instructions (core spec 4.3.6). Of the results the
// specification allows, each gives the one that a single SSE instruction
// computes. They are the same on every processor and with every -mcpu=, which
// is why relaxed_madd does not fuse (docs/Rationale.md).

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

#define SIMPLE(Name, statement)                                                \
  void FunctionEmitter::Name(const NoneImm &) { statement; }

// An index from 16 to 127 counts modulo 16.
void FunctionEmitter::I8x16RelaxedSwizzle(const NoneImm &) {
  Value *indices = popLanes(intLanes(8));
  pushLanes(shuffleBytes(popLanes(intLanes(8)), indices));
}

// 0x80000000 for a NaN and what is out of range.
SIMPLE(I32x4RelaxedTruncF32x4S,
       pushLanes(truncateLanes(popLanes(floatLanes(32)))))
SIMPLE(I32x4RelaxedTruncF64x2SZero,
       pushLanes(truncateLanes(popLanes(floatLanes(64)))))
// x86 has nothing for u32: saturate.
SIMPLE(I32x4RelaxedTruncF32x4U, truncateUnsigned32())
SIMPLE(I32x4RelaxedTruncF64x2UZero, truncateUnsigned64())

// a * b + c or -(a * b) + c, rounded twice.
void FunctionEmitter::multiplyAdd(bool isNegated) {
  Value *addend = pop();
  if (isNegated)
    stack.end()[-2] = builder.CreateFNeg(stack.end()[-2]);
  floatBinary(Instruction::FMul);
  push(addend);
  floatBinary(Instruction::FAdd);
}

// The second operand if either is a NaN or both are zeros.
void FunctionEmitter::relaxedMinMax(CmpInst::Predicate predicate) {
  Value *right = pop();
  push(pick(predicate, pop(), right));
}

#define SHAPE(Shape, bits)                                                     \
  SIMPLE(Shape##RelaxedMadd,                                                   \
         lanewise(floatLanes(bits), 3, [&] { multiplyAdd(false); }))           \
  SIMPLE(Shape##RelaxedNmadd,                                                  \
         lanewise(floatLanes(bits), 3, [&] { multiplyAdd(true); }))            \
  SIMPLE(Shape##RelaxedMin, lanewise(floatLanes(bits), 2, [&] {                \
           relaxedMinMax(CmpInst::FCMP_OLT);                                   \
         }))                                                                   \
  SIMPLE(Shape##RelaxedMax, lanewise(floatLanes(bits), 2, [&] {                \
           relaxedMinMax(CmpInst::FCMP_OGT);                                   \
         }))
SHAPE(F32x4, 32)
SHAPE(F64x2, 64)
#undef SHAPE

SIMPLE(I8x16RelaxedLaneselect, bitselect())
SIMPLE(I16x8RelaxedLaneselect, bitselect())
SIMPLE(I32x4RelaxedLaneselect, bitselect())
SIMPLE(I64x2RelaxedLaneselect, bitselect())

// -1 * -1 wraps to -1.
void FunctionEmitter::I16x8RelaxedQ15mulrS(const NoneImm &) {
  Value *right = popLanes(intLanes(16));
  pushLanes(multiplyRound(popLanes(intLanes(16)), right));
}

// The second operand's bytes count as unsigned, and the sums saturate.
void FunctionEmitter::I16x8RelaxedDotI8x16I7x16S(const NoneImm &) {
  Value *sevenBits = popLanes(intLanes(8));
  pushLanes(dot8(sevenBits, popLanes(intLanes(8))));
}

void FunctionEmitter::I32x4RelaxedDotI8x16I7x16AddS(const NoneImm &) {
  Value *addend = popLanes(intLanes(32));
  Value *sevenBits = popLanes(intLanes(8));
  Value *pairs = dot8(sevenBits, popLanes(intLanes(8)));
  Value *sums = dot16(pairs, ConstantInt::get(intLanes(16), 1));
  pushLanes(builder.CreateAdd(sums, addend));
}

} // namespace wasmc
