// Frees the loads whose trap LLVM cannot lose; the header has the idea.

#include "TrapLiveness.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace wasmc {

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

// Has an effect of its own. A volatile load counts only if it is live: that is
// the question here.
static bool isRoot(const Instruction &instruction) {
  if (isa<LoadInst>(instruction))
    return false;
  return instruction.isTerminator() || instruction.mayHaveSideEffects();
}

PreservedAnalyses TrapLivenessPass::run(Function &function,
                                        FunctionAnalysisManager &) {
  SmallPtrSet<const Instruction *, 32> live;
  SmallVector<const Instruction *, 64> worklist;
  auto visit = [&](const Instruction &instruction) {
    if (live.insert(&instruction).second)
      worklist.push_back(&instruction);
  };
  for (const Instruction &instruction : instructions(function))
    if (isRoot(instruction))
      visit(instruction);
  while (!worklist.empty())
    for (const Use &operand : worklist.pop_back_val()->operands())
      if (auto *instruction = dyn_cast<Instruction>(operand))
        visit(*instruction);

  bool changed = false;
  for (Instruction &instruction : instructions(function)) {
    auto *load = dyn_cast<LoadInst>(&instruction);
    if (!load || !load->isVolatile() || !live.contains(load) ||
        isStoredBack(*load))
      continue;
    load->setVolatile(false);
    changed = true;
  }
  return changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace wasmc
