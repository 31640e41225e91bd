// Makes branches of the selects that an interpreter's next instruction depends
// on; see the header.

#include "PredictDispatch.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/DomTreeUpdater.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

using namespace llvm;

namespace wasmc {

// Fewer cases than this are compared one after another.
static constexpr unsigned minCases = 8;
// Values looked at from one switch.
static constexpr size_t maxVisited = 256;

namespace {

// Walks backwards from the operand of a switch in `loop`.
class Dispatch {
public:
  explicit Dispatch(const Loop &loop) : loop(loop) {}
  void findSelects(Value *operand);
  SmallSetVector<SelectInst *, 4> selects;

private:
  void visit(Value *value, bool isAddress, bool isCarried);
  void visitOperands(Instruction &instruction, bool isAddress, bool isCarried);

  const Loop &loop;
  struct Item {
    Instruction *instruction;
    bool isAddress; // behind the load of the operand
    bool isCarried; // from one round to the next
  };
  SmallVector<Item, 16> worklist;
  SmallPtrSet<Instruction *, 32> visited[2]; // by isCarried
};

} // namespace

void Dispatch::visit(Value *value, bool isAddress, bool isCarried) {
  auto *instruction = dyn_cast<Instruction>(value);
  if (instruction && loop.contains(instruction) &&
      visited[isCarried].insert(instruction).second &&
      visited[isCarried].size() <= maxVisited)
    worklist.push_back({instruction, isAddress, isCarried});
}

void Dispatch::visitOperands(Instruction &instruction, bool isAddress,
                             bool isCarried) {
  for (Value *operand : instruction.operands())
    visit(operand, isAddress, isCarried);
}

void Dispatch::findSelects(Value *operand) {
  visit(operand, false, false);
  while (!worklist.empty()) {
    auto [instruction, isAddress, isCarried] = worklist.pop_back_val();
    if (auto *load = dyn_cast<LoadInst>(instruction)) {
      // What an address was loaded from decides nothing here.
      if (!isAddress)
        visit(load->getPointerOperand(), true, isCarried);
    } else if (auto *phi = dyn_cast<PHINode>(instruction)) {
      visitOperands(*phi, isAddress,
                    isCarried || phi->getParent() == loop.getHeader());
    } else if (auto *select = dyn_cast<SelectInst>(instruction)) {
      if (isAddress && isCarried && !isa<Constant>(select->getCondition()) &&
          select->getCondition()->getType()->isIntegerTy(1))
        selects.insert(select);
      visit(select->getTrueValue(), isAddress, isCarried);
      visit(select->getFalseValue(), isAddress, isCarried);
    } else if (isa<CastInst, BinaryOperator, GetElementPtrInst, FreezeInst>(
                   instruction)) {
      visitOperands(*instruction, isAddress, isCarried);
    }
  }
}

// The value is that of the select: a branch decides it, nothing else changes.
static void makeBranch(SelectInst &select, DomTreeUpdater &updater,
                       LoopInfo &loops) {
  IRBuilder<> builder(&select);
  Value *condition =
      builder.CreateFreeze(select.getCondition(), "dispatch.condition");
  BasicBlock *head = select.getParent();
  Instruction *then = SplitBlockAndInsertIfThen(
      condition, select.getIterator(), /*Unreachable=*/false,
      /*BranchWeights=*/nullptr, &updater, &loops);
  then->getParent()->setName("dispatch.taken");
  auto *phi =
      PHINode::Create(select.getType(), 2, "", select.getParent()->begin());
  phi->takeName(&select);
  phi->addIncoming(select.getTrueValue(), then->getParent());
  phi->addIncoming(select.getFalseValue(), head);
  select.replaceAllUsesWith(phi);
  select.eraseFromParent();
}

PreservedAnalyses PredictDispatchPass::run(Function &function,
                                           FunctionAnalysisManager &analyses) {
  SmallVector<SwitchInst *, 4> switches;
  for (BasicBlock &block : function)
    if (auto *branch = dyn_cast<SwitchInst>(block.getTerminator()))
      if (branch->getNumCases() >= minCases)
        switches.push_back(branch);
  if (switches.empty())
    return PreservedAnalyses::all();
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  SmallSetVector<SelectInst *, 4> selects;
  for (SwitchInst *branch : switches)
    if (const Loop *loop = loops.getLoopFor(branch->getParent())) {
      Dispatch dispatch(*loop);
      dispatch.findSelects(branch->getCondition());
      selects.insert(dispatch.selects.begin(), dispatch.selects.end());
    }
  if (selects.empty())
    return PreservedAnalyses::all();
  DomTreeUpdater updater(analyses.getResult<DominatorTreeAnalysis>(function),
                         DomTreeUpdater::UpdateStrategy::Lazy);
  for (SelectInst *select : selects)
    makeBranch(*select, updater, loops);
  updater.flush();
  PreservedAnalyses preserved;
  preserved.preserve<LoopAnalysis>();
  preserved.preserve<DominatorTreeAnalysis>();
  return preserved;
}

} // namespace wasmc
