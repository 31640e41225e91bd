// Makes sums of 128 bits out of sums of their halves; see the header.

#include "RaiseWideSums.h"
#include "PassResult.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

namespace {

// A number of 128 bits as its halves: high << 64 | low.
struct Halves {
  Value *high;
  Value *low;
};

// high = highs... + carry of (left + right), where low = left + right.
struct CarryingSum {
  Instruction *high;
  Instruction *low;
  Value *left, *right;
  Value *highs; // what is added to the carry
};

} // namespace

// Whether `add` adds the carry of another sum to something.
static bool matchCarry(Instruction &add, CarryingSum &sum) {
  Value *carry, *low, *left, *right, *bound;
  ICmpInst::Predicate predicate;
  if (!add.getType()->isIntegerTy(64) ||
      !match(&add, m_c_Add(m_ZExt(m_Value(carry)), m_Value(sum.highs))) ||
      !match(carry, m_ICmp(predicate, m_Value(low), m_Value(bound))))
    return false;
  if (predicate == ICmpInst::ICMP_UGT)
    std::swap(low, bound);
  else if (predicate != ICmpInst::ICMP_ULT)
    return false;
  if (!low->getType()->isIntegerTy(64) ||
      !match(low, m_Add(m_Value(left), m_Value(right))) ||
      (bound != left && bound != right))
    return false;
  sum.high = &add;
  sum.low = dyn_cast<Instruction>(low);
  sum.left = left;
  sum.right = right;
  return sum.low;
}

// The value of 128 bits whose halves these are, or null. What has to be
// computed is computed before `at`, where the low half is available: so is then
// what that is a half of.
static Value *whole(Halves halves, Instruction &at) {
  Value *wide;
  IRBuilder<> builder(&at);
  Type *wideType = builder.getInt128Ty();
  if (match(halves.high, m_Zero()))
    return builder.CreateZExt(halves.low, wideType);
  if (match(halves.low, m_Trunc(m_Value(wide))) &&
      wide->getType() == wideType &&
      match(halves.high, m_Trunc(m_LShr(m_Specific(wide), m_SpecificInt(64)))))
    return wide;
  // Shifted to the right.
  Value *high, *low;
  const APInt *right, *left;
  if (!match(halves.high, m_LShr(m_Value(high), m_APInt(right))) ||
      !match(halves.low,
             m_FShl(m_Specific(high), m_Value(low), m_APInt(left))) ||
      *left != 64 - *right)
    return nullptr;
  Value *unshifted = whole({high, low}, at);
  return unshifted ? builder.CreateLShr(unshifted, right->getZExtValue())
                   : nullptr;
}

// left + right + product, where the halves are of left + right, two numbers of
// 64 bits; or null. What is loaded is added first, so that a carry that goes
// round a loop only waits for itself.
static Value *sumOnProduct(Halves halves, Value *product, Instruction &at) {
  Value *carry, *left, *right, *bound;
  ICmpInst::Predicate predicate;
  if (!product || !match(product, m_Mul(m_Value(), m_Value())) ||
      !match(halves.low, m_Add(m_Value(left), m_Value(right))) ||
      !match(halves.high, m_ZExt(m_Value(carry))) ||
      !match(carry,
             m_c_ICmp(predicate, m_Specific(halves.low), m_Value(bound))) ||
      predicate != ICmpInst::ICMP_ULT || (bound != left && bound != right))
    return nullptr;
  if (isa<LoadInst>(right))
    std::swap(left, right);
  IRBuilder<> builder(&at);
  Value *first =
      builder.CreateAdd(product, builder.CreateZExt(left, product->getType()));
  return builder.CreateAdd(first,
                           builder.CreateZExt(right, product->getType()));
}

// The 128-bit sum before that of the low halves, or null. At least one operand
// is known to be a half of a wider number.
static Value *wideSum(const CarryingSum &sum) {
  Value *zero = ConstantInt::get(sum.high->getType(), 0);
  SmallVector<std::pair<Value *, Value *>, 4> splits;
  Value *first, *second;
  if (match(sum.highs, m_Add(m_Value(first), m_Value(second)))) {
    splits.push_back({first, second});
    splits.push_back({second, first});
  }
  splits.push_back({sum.highs, zero});
  splits.push_back({zero, sum.highs});
  for (auto [highOfLeft, highOfRight] : splits) {
    Halves leftHalves = {highOfLeft, sum.left};
    Halves rightHalves = {highOfRight, sum.right};
    Value *left = whole(leftHalves, *sum.low);
    Value *right = whole(rightHalves, *sum.low);
    if (left && right)
      return IRBuilder<>(sum.low).CreateAdd(left, right);
    Value *onProduct = left ? sumOnProduct(rightHalves, left, *sum.low)
                            : sumOnProduct(leftHalves, right, *sum.low);
    if (onProduct)
      return onProduct;
    for (Value *unused : {left, right})
      if (unused)
        RecursivelyDeleteTriviallyDeadInstructions(unused);
  }
  return nullptr;
}

static bool raise(const CarryingSum &sum) {
  Value *wide = wideSum(sum);
  if (!wide)
    return false;
  IRBuilder<> builder(sum.low);
  Type *type = sum.low->getType();
  sum.low->replaceAllUsesWith(builder.CreateTrunc(wide, type));
  sum.high->replaceAllUsesWith(
      builder.CreateTrunc(builder.CreateLShr(wide, 64), type));
  return true;
}

PreservedAnalyses RaiseWideSumsPass::run(Function &function,
                                         FunctionAnalysisManager &) {
  SmallVector<Instruction *, 32> adds;
  for (Instruction &instruction : instructions(function))
    if (match(&instruction, m_c_Add(m_ZExt(m_Value()), m_Value())))
      adds.push_back(&instruction);
  SmallVector<WeakTrackingVH, 32> dead;
  // Those that a sum begins with come before.
  for (Instruction *add : adds) {
    CarryingSum sum;
    if (matchCarry(*add, sum) && raise(sum))
      append_range(dead, ArrayRef<Value *>{sum.high, sum.low});
  }
  if (dead.empty())
    return PreservedAnalyses::all();
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(dead);
  return preservedIf(/*changed=*/true);
}

} // namespace wasmc
