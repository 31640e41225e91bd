// Conversions between number types (core spec 4.3.4).

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

void FunctionEmitter::convert(Instruction::CastOps op, Type *type) {
  push(builder.CreateCast(op, pop(), type));
}

void FunctionEmitter::signExtend(unsigned bits) {
  Value *value = pop();
  Type *type = value->getType();
  push(builder.CreateSExt(builder.CreateTrunc(value, builder.getIntNTy(bits)),
                          type));
}

void FunctionEmitter::truncate(bool isSigned, Type *type, double low,
                               double high) {
  Value *value = pop();
  Type *from = value->getType();
  trapIf(builder.CreateFCmpUNO(value, value), Trap::InvalidConversionToInteger);
  Value *outside = builder.CreateOr(
      builder.CreateFCmpULE(value, ConstantFP::get(from, low)),
      builder.CreateFCmpUGE(value, ConstantFP::get(from, high)));
  trapIf(outside, Trap::IntegerOverflow);
  push(isSigned ? builder.CreateFPToSI(value, type)
                : builder.CreateFPToUI(value, type));
}

void FunctionEmitter::truncateSaturating(bool isSigned, Type *type) {
  Value *value = pop();
  push(builder.CreateIntrinsic(isSigned ? Intrinsic::fptosi_sat
                                        : Intrinsic::fptoui_sat,
                               {type, value->getType()}, {value}));
}

#define SIMPLE(Name, statement)                                                \
  void FunctionEmitter::Name(const NoneImm &) { statement; }

SIMPLE(I32WrapI64, convert(Instruction::Trunc, builder.getInt32Ty()))
SIMPLE(I64ExtendI32S, convert(Instruction::SExt, builder.getInt64Ty()))
SIMPLE(I64ExtendI32U, convert(Instruction::ZExt, builder.getInt64Ty()))
SIMPLE(I32Extend8S, signExtend(8))
SIMPLE(I32Extend16S, signExtend(16))
SIMPLE(I64Extend8S, signExtend(8))
SIMPLE(I64Extend16S, signExtend(16))
SIMPLE(I64Extend32S, signExtend(32))

// The low bounds are the largest values of the operand's type that truncate to
// something below the range: a float has none between -2^31 - 256 and -2^31.
SIMPLE(I32TruncF32S,
       truncate(true, builder.getInt32Ty(), -0x1.000002p31, 0x1p31))
SIMPLE(I32TruncF32U, truncate(false, builder.getInt32Ty(), -1.0, 0x1p32))
SIMPLE(I32TruncF64S,
       truncate(true, builder.getInt32Ty(), -0x1p31 - 1.0, 0x1p31))
SIMPLE(I32TruncF64U, truncate(false, builder.getInt32Ty(), -1.0, 0x1p32))
SIMPLE(I64TruncF32S,
       truncate(true, builder.getInt64Ty(), -0x1.000002p63, 0x1p63))
SIMPLE(I64TruncF32U, truncate(false, builder.getInt64Ty(), -1.0, 0x1p64))
SIMPLE(I64TruncF64S,
       truncate(true, builder.getInt64Ty(), -0x1.0000000000001p63, 0x1p63))
SIMPLE(I64TruncF64U, truncate(false, builder.getInt64Ty(), -1.0, 0x1p64))

SIMPLE(I32TruncSatF32S, truncateSaturating(true, builder.getInt32Ty()))
SIMPLE(I32TruncSatF32U, truncateSaturating(false, builder.getInt32Ty()))
SIMPLE(I32TruncSatF64S, truncateSaturating(true, builder.getInt32Ty()))
SIMPLE(I32TruncSatF64U, truncateSaturating(false, builder.getInt32Ty()))
SIMPLE(I64TruncSatF32S, truncateSaturating(true, builder.getInt64Ty()))
SIMPLE(I64TruncSatF32U, truncateSaturating(false, builder.getInt64Ty()))
SIMPLE(I64TruncSatF64S, truncateSaturating(true, builder.getInt64Ty()))
SIMPLE(I64TruncSatF64U, truncateSaturating(false, builder.getInt64Ty()))

#define CONVERT_INTEGERS(Float, type)                                          \
  SIMPLE(Float##ConvertI32S, convert(Instruction::SIToFP, type))               \
  SIMPLE(Float##ConvertI32U, convert(Instruction::UIToFP, type))               \
  SIMPLE(Float##ConvertI64S, convert(Instruction::SIToFP, type))               \
  SIMPLE(Float##ConvertI64U, convert(Instruction::UIToFP, type))
CONVERT_INTEGERS(F32, builder.getFloatTy())
CONVERT_INTEGERS(F64, builder.getDoubleTy())
#undef CONVERT_INTEGERS

SIMPLE(F64PromoteF32, convert(Instruction::FPExt, builder.getDoubleTy()))
SIMPLE(F32DemoteF64, convert(Instruction::FPTrunc, builder.getFloatTy()))

SIMPLE(I32ReinterpretF32, convert(Instruction::BitCast, builder.getInt32Ty()))
SIMPLE(I64ReinterpretF64, convert(Instruction::BitCast, builder.getInt64Ty()))
SIMPLE(F32ReinterpretI32, convert(Instruction::BitCast, builder.getFloatTy()))
SIMPLE(F64ReinterpretI64, convert(Instruction::BitCast, builder.getDoubleTy()))

} // namespace wasmc
