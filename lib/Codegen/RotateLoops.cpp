// Moves the exit of a partly unrolled loop to its end; the header has the
// reason. LLVM's rotation does the work: the code is the same in another order,
// so every access is made where it was.

#include "RotateLoops.h"
#include "HeapAccess.h"
#include "llvm/Analysis/AssumptionCache.h"
#include "llvm/Analysis/InstructionSimplify.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/LoopRotationUtils.h"

using namespace llvm;

namespace wasmc {

// Of the part that is copied, in instructions.
static constexpr unsigned maxCopied = 128;

static unsigned countStores(const BasicBlock &block) {
  return count_if(block, [](const Instruction &instruction) {
    return isa<StoreInst>(instruction) && heapPointer(instruction);
  });
}

static bool hasCall(const BasicBlock &block) {
  return any_of(block, [](const Instruction &instruction) {
    return isa<CallBase>(instruction) && instruction.mayHaveSideEffects();
  });
}

// Two blocks, both with stores, and the only exit between them.
static bool isPartlyUnrolled(const Loop &loop) {
  if (!loop.isInnermost() || loop.getNumBlocks() != 2 ||
      !loop.isLoopSimplifyForm())
    return false;
  const BasicBlock *header = loop.getHeader(), *latch = loop.getLoopLatch();
  return loop.getExitingBlock() == header && latch->getSingleSuccessor() &&
         countStores(*header) && countStores(*latch) && !hasCall(*header) &&
         !hasCall(*latch) && header->size() <= maxCopied;
}

namespace {

// Computes addresses afresh in the latch: after the rotation they would come
// from the iteration before, as pointers that say nothing about themselves.
class AddressCopier {
public:
  explicit AddressCopier(const Loop &loop)
      : header(*loop.getHeader()), latch(*loop.getLoopLatch()) {}
  void run();

private:
  Value *copy(Value *value, Instruction &before);

  BasicBlock &header, &latch;
  DenseMap<Value *, Value *> copies;
};

} // namespace

Value *AddressCopier::copy(Value *value, Instruction &before) {
  auto *instruction = dyn_cast<Instruction>(value);
  if (!instruction || instruction->getParent() != &header ||
      !isa<GetElementPtrInst, BinaryOperator, CastInst>(instruction) ||
      !isSafeToSpeculativelyExecute(instruction))
    return value;
  auto known = copies.find(value);
  if (known != copies.end())
    return known->second;
  Instruction *result = instruction->clone();
  for (Use &operand : result->operands())
    operand.set(copy(operand, before));
  result->insertBefore(&before);
  return copies[value] = result;
}

void AddressCopier::run() {
  Instruction &first = *latch.getFirstNonPHIOrDbg();
  for (Instruction &instruction : latch)
    if (isa<GetElementPtrInst, BinaryOperator, CastInst>(instruction) ||
        heapPointer(instruction))
      for (Use &operand : instruction.operands())
        if (operand->getType()->isIntOrPtrTy())
          operand.set(copy(operand, first));
}

PreservedAnalyses RotateLoopsPass::run(Function &function,
                                       FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  SmallVector<Loop *, 4> chosen;
  for (Loop *loop : loops.getLoopsInPreorder())
    if (isPartlyUnrolled(*loop))
      chosen.push_back(loop);
  if (chosen.empty())
    return PreservedAnalyses::all();

  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  auto &dominators = analyses.getResult<DominatorTreeAnalysis>(function);
  auto &assumptions = analyses.getResult<AssumptionAnalysis>(function);
  auto &target = analyses.getResult<TargetIRAnalysis>(function);
  SimplifyQuery query(function.getParent()->getDataLayout());
  for (Loop *loop : chosen) {
    AddressCopier(*loop).run();
    LoopRotation(loop, &loops, &target, &assumptions, &dominators, &evolution,
                 /*MSSAU=*/nullptr, query, /*RotationOnly=*/true, maxCopied,
                 /*IsUtilMode=*/true);
  }
  return PreservedAnalyses::none();
}

} // namespace wasmc
