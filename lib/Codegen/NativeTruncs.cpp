// Makes guarded conversions single instructions; GuardedTruncs.h has the idea.

#include "GuardedTruncs.h"
#include "PassResult.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicsX86.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

namespace {

// select (guard), (convert operand), (value where it does not fit), or the low
// bits of all that.
struct GuardedTrunc {
  Value *operand = nullptr;
  unsigned bits = 0; // of the conversion
  bool isSigned = true;
};

} // namespace

static bool isPowerOfTwo(const APFloat &value, unsigned exponent) {
  return value == scalbn(APFloat::getOne(value.getSemantics()), exponent,
                         APFloat::rmNearestTiesToEven);
}

// Whether `fits`, or if `isInverse` its opposite, is fabs(operand) < 2^n.
static bool isMagnitudeBelow(Value *fits, bool isInverse, Value *operand,
                             unsigned n) {
  FCmpInst::Predicate predicate;
  const APFloat *limit;
  return match(fits, m_FCmp(predicate, m_FAbs(m_Specific(operand)),
                            m_APFloat(limit))) &&
         predicate == (isInverse ? CmpInst::FCMP_UGE : CmpInst::FCMP_OLT) &&
         isPowerOfTwo(*limit, n);
}

// The same for operand < 2^n && operand >= 0.
static bool isBelow(Value *fits, bool isInverse, Value *operand, unsigned n) {
  Value *left, *right;
  if (isInverse ? !match(fits, m_LogicalOr(m_Value(left), m_Value(right)))
                : !match(fits, m_LogicalAnd(m_Value(left), m_Value(right))))
    return false;
  auto isUpper = [&](Value *comparison) {
    FCmpInst::Predicate predicate;
    const APFloat *limit;
    return match(comparison,
                 m_FCmp(predicate, m_Specific(operand), m_APFloat(limit))) &&
           predicate == (isInverse ? CmpInst::FCMP_UGE : CmpInst::FCMP_OLT) &&
           isPowerOfTwo(*limit, n);
  };
  auto isLower = [&](Value *comparison) {
    FCmpInst::Predicate predicate;
    return match(comparison,
                 m_FCmp(predicate, m_Specific(operand), m_AnyZeroFP())) &&
           predicate == (isInverse ? CmpInst::FCMP_ULT : CmpInst::FCMP_OGE);
  };
  return (isUpper(left) && isLower(right)) || (isUpper(right) && isLower(left));
}

static GuardedTrunc matchGuardedTrunc(SelectInst &select) {
  for (bool isInverse : {false, true}) {
    Value *converted =
        isInverse ? select.getFalseValue() : select.getTrueValue();
    Value *otherwise =
        isInverse ? select.getTrueValue() : select.getFalseValue();
    bool isNarrowed = match(converted, m_Trunc(m_Value(converted)));
    unsigned bits = converted->getType()->getScalarSizeInBits();
    if (bits != 32 && bits != 64)
      continue;
    Value *operand;
    bool isLowest = isNarrowed ? match(otherwise, m_Zero())
                               : match(otherwise, m_SignMask());
    if (isLowest && match(converted, m_FPToSI(m_Value(operand))) &&
        isMagnitudeBelow(select.getCondition(), isInverse, operand, bits - 1))
      return {operand, bits, /*isSigned=*/true};
    if (bits == 32 && !select.getType()->isVectorTy() &&
        match(otherwise, m_Zero()) &&
        match(converted, m_FPToUI(m_Value(operand))) &&
        isBelow(select.getCondition(), isInverse, operand, bits))
      return {operand, bits, /*isSigned=*/false};
  }
  return {};
}

namespace {

// Writes x86's conversions, which truncate.
class Converter {
public:
  Converter(Instruction &before, bool hasAVX)
      : builder(&before), hasAVX(hasAVX) {}
  Value *scalar(Value *operand, unsigned bits);
  Value *unsignedScalar(Value *operand);
  Value *vector(Value *operand);
  Value *lowBits(Value *converted, Type *type) {
    return builder.CreateTrunc(converted, type);
  }

private:
  Value *lanes(Value *operand, unsigned first, unsigned count);

  IRBuilder<> builder;
  bool hasAVX;
};

} // namespace

Value *Converter::scalar(Value *operand, unsigned bits) {
  bool isFloat = operand->getType()->isFloatTy();
  Intrinsic::ID id;
  if (isFloat)
    id = bits == 32 ? Intrinsic::x86_sse_cvttss2si
                    : Intrinsic::x86_sse_cvttss2si64;
  else
    id = bits == 32 ? Intrinsic::x86_sse2_cvttsd2si
                    : Intrinsic::x86_sse2_cvttsd2si64;
  auto *type = FixedVectorType::get(operand->getType(), isFloat ? 4 : 2);
  Value *vector = builder.CreateInsertElement(PoisonValue::get(type), operand,
                                              builder.getInt64(0));
  return builder.CreateIntrinsic(id, {}, {vector});
}

// What is in (-1, 0) gives 0 either way.
Value *Converter::unsignedScalar(Value *operand) {
  Value *wide = scalar(operand, 64);
  Value *fits = builder.CreateICmpULE(wide, builder.getInt64(UINT32_MAX));
  return builder.CreateSelect(fits,
                              builder.CreateTrunc(wide, builder.getInt32Ty()),
                              builder.getInt32(0));
}

// `count` lanes from `first` on; those that there are not are poison.
Value *Converter::lanes(Value *operand, unsigned first, unsigned count) {
  int available = cast<FixedVectorType>(operand->getType())->getNumElements();
  if (first == 0 && int(count) == available)
    return operand;
  SmallVector<int, 16> mask;
  for (unsigned i = first; i < first + count; ++i)
    mask.push_back(int(i) < available ? int(i) : -1);
  return builder.CreateShuffleVector(operand, mask);
}

// To 32 bits; any even number of lanes.
Value *Converter::vector(Value *operand) {
  auto *type = cast<FixedVectorType>(operand->getType());
  bool isFloat = type->getElementType()->isFloatTy();
  unsigned count = type->getNumElements();
  unsigned registerLanes = (isFloat ? 4 : 2) * (hasAVX ? 2 : 1);
  if (count > registerLanes) {
    Value *low = vector(lanes(operand, 0, count / 2));
    Value *high = vector(lanes(operand, count / 2, count / 2));
    SmallVector<int, 32> mask;
    for (unsigned i = 0; i < count; ++i)
      mask.push_back(i);
    return builder.CreateShuffleVector(low, high, mask);
  }
  Value *result;
  if (isFloat && count <= 4)
    result = builder.CreateIntrinsic(Intrinsic::x86_sse2_cvttps2dq, {},
                                     {lanes(operand, 0, 4)});
  else if (isFloat)
    result = builder.CreateIntrinsic(Intrinsic::x86_avx_cvtt_ps2dq_256, {},
                                     {lanes(operand, 0, 8)});
  else if (count <= 2)
    result = builder.CreateIntrinsic(Intrinsic::x86_sse2_cvttpd2dq, {},
                                     {lanes(operand, 0, 2)});
  else
    result = builder.CreateIntrinsic(Intrinsic::x86_avx_cvtt_pd2dq_256, {},
                                     {lanes(operand, 0, 4)});
  return lanes(result, 0, count);
}

static Value *convert(SelectInst &select, const GuardedTrunc &trunc,
                      bool hasAVX) {
  Converter converter(select, hasAVX);
  Value *value;
  if (auto *type = dyn_cast<FixedVectorType>(select.getType())) {
    if (trunc.bits != 32 || !isPowerOf2_32(type->getNumElements()))
      return nullptr;
    value = converter.vector(trunc.operand);
  } else {
    value = trunc.isSigned ? converter.scalar(trunc.operand, trunc.bits)
                           : converter.unsignedScalar(trunc.operand);
  }
  return converter.lowBits(value, select.getType());
}

PreservedAnalyses NativeTruncsPass::run(Function &function,
                                        FunctionAnalysisManager &) {
  SmallVector<SelectInst *, 8> selects;
  for (Instruction &instruction : instructions(function))
    if (auto *select = dyn_cast<SelectInst>(&instruction);
        select && matchGuardedTrunc(*select).operand)
      selects.push_back(select);
  bool changed = false;
  for (SelectInst *select : selects) {
    GuardedTrunc trunc = matchGuardedTrunc(*select);
    Value *value = convert(*select, trunc, hasAVX);
    if (!value)
      continue;
    select->replaceAllUsesWith(value);
    RecursivelyDeleteTriviallyDeadInstructions(select);
    changed = true;
  }
  return preservedIf(changed);
}

} // namespace wasmc
