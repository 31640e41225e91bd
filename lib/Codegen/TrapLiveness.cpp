// Which loads LLVM may treat as plain; the header has the idea.
//
// Two things must hold. The result is live: an effect depends on it, so that it
// is not deleted. And it is anchored: evaluated wherever the load is executed,
// as often as it is, so that the load is not moved. Anchored are the operands
// of effects, branches, phis and anchored instructions in the same block, or in
// one that every path reaches within the same loop. The arms of a select are
// not: a select may become a branch.

#include "TrapLiveness.h"
#include "HeapAccess.h"
#include "PassResult.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/PostDominators.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace wasmc {

bool mayTrap(const LoadInst &load) { return !isOfState(load); }

// Has an effect of its own. A volatile load has none here: whether something
// needs it is the question.
static bool isRoot(const Instruction &instruction) {
  if (isa<LoadInst>(instruction))
    return false;
  return instruction.isTerminator() || instruction.mayHaveSideEffects();
}

// LLVM deletes `store (load p), p` with its load: neither changes memory.
static bool isStoredBack(const LoadInst &load) {
  for (const User *user : load.users())
    if (auto *store = dyn_cast<StoreInst>(user);
        store && store->getValueOperand() == &load &&
        store->getPointerOperand()->stripPointerCasts() ==
            load.getPointerOperand()->stripPointerCasts())
      return true;
  return false;
}

namespace {

// Instructions reached from others; each is handed out once.
class InstructionSet {
public:
  void insert(const Instruction &instruction) {
    if (members.insert(&instruction).second)
      worklist.push_back(&instruction);
  }
  const Instruction *next() {
    return worklist.empty() ? nullptr : worklist.pop_back_val();
  }
  bool contains(const Instruction &instruction) const {
    return members.contains(&instruction);
  }

private:
  SmallPtrSet<const Instruction *, 32> members;
  SmallVector<const Instruction *, 64> worklist;
};

// The instructions that some effect depends on.
InstructionSet findLive(const Function &function) {
  InstructionSet live;
  for (const Instruction &instruction : instructions(function))
    if (isRoot(instruction))
      live.insert(instruction);
  while (const Instruction *user = live.next())
    for (const Use &operand : user->operands())
      if (auto *value = dyn_cast<Instruction>(operand))
        live.insert(*value);
  return live;
}

class Anchors {
public:
  Anchors(Function &function, FunctionAnalysisManager &analyses)
      : dominators(analyses.getResult<DominatorTreeAnalysis>(function)),
        postDominators(analyses.getResult<PostDominatorTreeAnalysis>(function)),
        loops(analyses.getResult<LoopAnalysis>(function)) {
    InstructionSet live = findLive(function);
    for (const Instruction &instruction : instructions(function))
      if (isRoot(instruction) ||
          (isa<PHINode>(instruction) && live.contains(instruction)))
        anchored.insert(instruction);
    while (const Instruction *user = anchored.next())
      if (auto *phi = dyn_cast<PHINode>(user))
        anchorIncoming(*phi);
      else
        anchorOperands(*user);
  }

  bool contains(const LoadInst &load) const { return anchored.contains(load); }

private:
  // Every execution of `block` goes on to `user` before the next one.
  bool isReached(const BasicBlock *user, const BasicBlock *block) const {
    if (user == block)
      return true;
    const Loop *loop = loops.getLoopFor(block);
    return (!loop || loop->contains(user)) &&
           postDominators.dominates(user, block);
  }

  void anchorOperands(const Instruction &user) {
    for (const Use &operand : user.operands()) {
      bool isArm = isa<SelectInst>(user) && operand.getOperandNo() != 0;
      auto *value = dyn_cast<Instruction>(operand);
      if (value && !isArm && isReached(user.getParent(), value->getParent()))
        anchored.insert(*value);
    }
  }

  // A value could be evaluated on the edge, if that is one of several; but
  // LLVM splits no back edge.
  void anchorIncoming(const PHINode &phi) {
    for (auto [block, operand] : zip(phi.blocks(), phi.incoming_values()))
      if (auto *value = dyn_cast<Instruction>(operand);
          value && isReached(block, value->getParent()) &&
          (block->getSingleSuccessor() ||
           dominators.dominates(phi.getParent(), block)))
        anchored.insert(*value);
  }

  InstructionSet anchored;
  const DominatorTree &dominators;
  const PostDominatorTree &postDominators;
  const LoopInfo &loops;
};

} // namespace

PreservedAnalyses FreeLoadsPass::run(Function &function,
                                     FunctionAnalysisManager &analyses) {
  SmallVector<LoadInst *, 32> loads;
  for (Instruction &instruction : instructions(function))
    if (auto *load = dyn_cast<LoadInst>(&instruction); load && mayTrap(*load))
      loads.push_back(load);
  if (loads.empty())
    return PreservedAnalyses::all();
  Anchors anchors(function, analyses);
  for (LoadInst *load : loads)
    load->setVolatile(!anchors.contains(*load) || isStoredBack(*load));
  return preservedIf(/*changed=*/true);
}

PreservedAnalyses PinLoadsPass::run(Function &function,
                                    FunctionAnalysisManager &) {
  for (Instruction &instruction : instructions(function))
    if (auto *load = dyn_cast<LoadInst>(&instruction); load && mayTrap(*load))
      load->setVolatile(true);
  return preservedIf(/*changed=*/true);
}

} // namespace wasmc
