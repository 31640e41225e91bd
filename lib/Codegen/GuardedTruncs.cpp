// Removes the checks of guarded conversions; the header has the idea, and
// NativeTruncs.cpp the rest.

#include "GuardedTruncs.h"
#include "PassResult.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

// A guard is the branch to the check, or a few before it.
static constexpr unsigned maxBranches = 4;

namespace {

// What the branches before a block say about one value.
class Facts {
public:
  Facts(Value *value, const BasicBlock *block);
  // Whether the condition is known to be false.
  bool refute(Value *condition) const;
  // The value is at least once compared with something.
  static Value *subjectOf(Value *condition);

private:
  void learn(Value *condition, bool holds);
  void learnComparison(const FCmpInst &comparison, bool holds);

  struct Bound {
    APFloat value;
    bool isStrict;
  };
  void limitAbove(const Bound &bound);
  void limitBelow(const Bound &bound);

  Value *value;
  bool isNumber = false; // not a NaN
  std::optional<Bound> above, below;
};

} // namespace

Facts::Facts(Value *value, const BasicBlock *block) : value(value) {
  for (unsigned i = 0; i < maxBranches; ++i) {
    const BasicBlock *before = block->getSinglePredecessor();
    if (!before)
      return;
    auto *branch = dyn_cast<BranchInst>(before->getTerminator());
    if (branch && branch->isConditional() &&
        branch->getSuccessor(0) != branch->getSuccessor(1))
      learn(branch->getCondition(), branch->getSuccessor(0) == block);
    block = before;
  }
}

void Facts::learn(Value *condition, bool holds) {
  Value *left, *right;
  if (holds ? match(condition, m_LogicalAnd(m_Value(left), m_Value(right)))
            : match(condition, m_LogicalOr(m_Value(left), m_Value(right)))) {
    learn(left, holds);
    learn(right, holds);
  } else if (match(condition, m_Not(m_Value(left)))) {
    learn(left, !holds);
  } else if (auto *comparison = dyn_cast<FCmpInst>(condition)) {
    learnComparison(*comparison, holds);
  }
}

void Facts::limitAbove(const Bound &bound) {
  if (!above || bound.value < above->value)
    above = bound;
}

void Facts::limitBelow(const Bound &bound) {
  if (!below || bound.value > below->value)
    below = bound;
}

void Facts::learnComparison(const FCmpInst &comparison, bool holds) {
  CmpInst::Predicate predicate =
      holds ? comparison.getPredicate() : comparison.getInversePredicate();
  Value *subject = comparison.getOperand(0);
  if (predicate == CmpInst::FCMP_ORD && subject == value) {
    isNumber = true;
    return;
  }
  const APFloat *limit;
  if (!match(comparison.getOperand(1), m_APFloat(limit)) || limit->isNaN())
    return;
  bool isMagnitude = match(subject, m_FAbs(m_Specific(value)));
  if (subject != value && !isMagnitude)
    return;
  switch (predicate) {
  case CmpInst::FCMP_OLT:
  case CmpInst::FCMP_OLE:
    isNumber = true;
    limitAbove({*limit, predicate == CmpInst::FCMP_OLT});
    if (isMagnitude)
      limitBelow({neg(*limit), predicate == CmpInst::FCMP_OLT});
    break;
  case CmpInst::FCMP_OGT:
  case CmpInst::FCMP_OGE:
    isNumber = true;
    if (!isMagnitude)
      limitBelow({*limit, predicate == CmpInst::FCMP_OGT});
    break;
  default:
    break;
  }
}

bool Facts::refute(Value *condition) const {
  Value *left, *right;
  if (match(condition, m_LogicalOr(m_Value(left), m_Value(right))))
    return refute(left) && refute(right);
  auto *comparison = dyn_cast<FCmpInst>(condition);
  if (!comparison || comparison->getOperand(0) != value || !isNumber)
    return false;
  CmpInst::Predicate predicate = comparison->getPredicate();
  const APFloat *limit;
  bool hasLimit =
      match(comparison->getOperand(1), m_APFloat(limit)) && !limit->isNaN();
  if (predicate == CmpInst::FCMP_UNO)
    return hasLimit || comparison->getOperand(1) == value;
  if (!hasLimit)
    return false;
  if (predicate == CmpInst::FCMP_UGE)
    return above && (above->value < *limit ||
                     (above->value == *limit && above->isStrict));
  if (predicate == CmpInst::FCMP_ULE)
    return below && (below->value > *limit ||
                     (below->value == *limit && below->isStrict));
  return false;
}

Value *Facts::subjectOf(Value *condition) {
  Value *left, *right;
  if (match(condition, m_LogicalOr(m_Value(left), m_Value(right))))
    condition = left;
  auto *comparison = dyn_cast<FCmpInst>(condition);
  return comparison ? comparison->getOperand(0) : nullptr;
}

PreservedAnalyses GuardedTruncsPass::run(Function &function,
                                         FunctionAnalysisManager &) {
  bool changed = false;
  for (BasicBlock &block : function) {
    auto *branch = dyn_cast<BranchInst>(block.getTerminator());
    if (!branch || !branch->isConditional())
      continue;
    Value *condition = branch->getCondition();
    Value *value = Facts::subjectOf(condition);
    if (!value || !Facts(value, &block).refute(condition))
      continue;
    branch->setCondition(ConstantInt::getFalse(function.getContext()));
    // Left alone, they would keep the conversion in a block of its own.
    RecursivelyDeleteTriviallyDeadInstructions(condition);
    changed = true;
  }
  return preservedIf(changed);
}

} // namespace wasmc
