// Finds the operations that quiet a NaN and that LLVM would leave out; the
// header says which. It looks at a complete function, since a constant may
// come through a local or a label.

#include "QuietNaN.h"
#include "PassResult.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace wasmc {

// Whether `value` is a constant with this magnitude, or a vector constant with
// such a lane: the others may turn out not to be used.
static bool hasMagnitude(Value *value, double expected) {
  auto *constant = dyn_cast<Constant>(value);
  if (!constant)
    return false;
  auto isScalar = [&](Constant *lane) {
    auto *number = dyn_cast_or_null<ConstantFP>(lane);
    return number && abs(number->getValueAPF()).isExactlyValue(expected);
  };
  auto *type = dyn_cast<FixedVectorType>(value->getType());
  if (!type)
    return isScalar(constant);
  return any_of(seq(type->getNumElements()), [&](unsigned i) {
    return isScalar(constant->getAggregateElement(i));
  });
}

static bool isOne(Value *value) { return hasMagnitude(value, 1.0); }
static bool isZero(Value *value) { return hasMagnitude(value, 0.0); }

// LLVM makes x * (c ? 1 : -1) a choice between x and fneg x.
static bool isOneOrMinusOne(Value *value) {
  if (auto *select = dyn_cast<SelectInst>(value))
    return isOne(select->getTrueValue()) && isOne(select->getFalseValue());
  if (auto *phi = dyn_cast<PHINode>(value))
    return all_of(phi->incoming_values(),
                  [](const Use &use) { return isOne(use); });
  return isOne(value);
}

// The constrained intrinsic that `instruction` must become, or not_intrinsic.
static Intrinsic::ID constrainedForm(const Instruction &instruction) {
  auto operand = [&](unsigned i) { return instruction.getOperand(i); };
  auto choose = [](bool folds, Intrinsic::ID id) {
    return folds ? id : Intrinsic::ID(Intrinsic::not_intrinsic);
  };
  switch (instruction.getOpcode()) {
  case Instruction::FMul:
    return choose(isOneOrMinusOne(operand(0)) || isOneOrMinusOne(operand(1)),
                  Intrinsic::experimental_constrained_fmul);
  case Instruction::FDiv:
    return choose(isOne(operand(1)), Intrinsic::experimental_constrained_fdiv);
  case Instruction::FAdd:
    return choose(isZero(operand(0)) || isZero(operand(1)),
                  Intrinsic::experimental_constrained_fadd);
  case Instruction::FSub:
    return choose(isZero(operand(0)) || isZero(operand(1)),
                  Intrinsic::experimental_constrained_fsub);
  case Instruction::FPTrunc:
    return choose(isa<FPExtInst>(operand(0)),
                  Intrinsic::experimental_constrained_fptrunc);
  default:
    return Intrinsic::not_intrinsic;
  }
}

// Returns whether there are any.
static bool constrainAll(Function &function) {
  bool changed = false;
  for (Instruction &instruction :
       make_early_inc_range(instructions(function))) {
    Intrinsic::ID id = constrainedForm(instruction);
    if (id == Intrinsic::not_intrinsic)
      continue;
    IRBuilder<> builder(&instruction);
    Value *first = instruction.getOperand(0);
    Value *kept =
        isa<CastInst>(instruction)
            ? builder.CreateConstrainedFPCast(id, first, instruction.getType())
            : builder.CreateConstrainedFPBinOp(id, first,
                                               instruction.getOperand(1));
    instruction.replaceAllUsesWith(kept);
    instruction.eraseFromParent();
    changed = true;
  }
  return changed;
}

void keepQuietingOperations(Function &function) { constrainAll(function); }

// One constant operand stays constant in vector code; other reasons to
// constrain an operation might not be recognised again. Two would be folded
// here.
static bool hasConstantOperand(const ConstrainedFPIntrinsic &kept) {
  return kept.getIntrinsicID() != Intrinsic::experimental_constrained_fptrunc &&
         isa<Constant>(kept.getArgOperand(0)) !=
             isa<Constant>(kept.getArgOperand(1));
}

static Value *createPlain(ConstrainedFPIntrinsic &kept) {
  IRBuilder<> builder(&kept);
  Value *first = kept.getArgOperand(0);
  Value *second = kept.getArgOperand(1);
  switch (kept.getIntrinsicID()) {
  case Intrinsic::experimental_constrained_fmul:
    return builder.CreateFMul(first, second);
  case Intrinsic::experimental_constrained_fdiv:
    return builder.CreateFDiv(first, second);
  case Intrinsic::experimental_constrained_fadd:
    return builder.CreateFAdd(first, second);
  case Intrinsic::experimental_constrained_fsub:
    return builder.CreateFSub(first, second);
  default:
    llvm_unreachable("the other has one operand");
  }
}

PreservedAnalyses FreeQuietingPass::run(Function &function,
                                        FunctionAnalysisManager &) {
  bool changed = false;
  for (Instruction &instruction : make_early_inc_range(instructions(function)))
    if (auto *kept = dyn_cast<ConstrainedFPIntrinsic>(&instruction);
        kept && hasConstantOperand(*kept)) {
      kept->replaceAllUsesWith(createPlain(*kept));
      kept->eraseFromParent();
      changed = true;
    }
  return preservedIf(changed);
}

PreservedAnalyses KeepQuietingPass::run(Function &function,
                                        FunctionAnalysisManager &) {
  return preservedIf(constrainAll(function));
}

} // namespace wasmc
