// Keeps the trap of a store in a loop that may never end; see the header.

#include "PinStores.h"
#include "HeapAccess.h"
#include "PassResult.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/IR/InstIterator.h"

using namespace llvm;

namespace wasmc {

namespace {

class StorePinner {
public:
  StorePinner(LoopInfo &loops, ScalarEvolution &evolution)
      : loops(loops), evolution(evolution) {}
  void run(StoreInst &store);

private:
  bool mayBeEndless(const Loop &loop);
  bool reads(const Loop &loop, const SCEV *address);

  LoopInfo &loops;
  ScalarEvolution &evolution;
  DenseMap<const Loop *, bool> endless;
  // The addresses that loads of a loop have, those of inner loops included.
  DenseMap<const Loop *, SmallPtrSet<const SCEV *, 8>> loaded;
};

} // namespace

// Of a nest, any loop may be the one that is never left.
bool StorePinner::mayBeEndless(const Loop &loop) {
  auto [known, isNew] = endless.try_emplace(&loop, false);
  if (!isNew)
    return known->second;
  bool result =
      isa<SCEVCouldNotCompute>(evolution.getSymbolicMaxBackedgeTakenCount(
          const_cast<Loop *>(&loop))) ||
      any_of(loop, [&](const Loop *inner) { return mayBeEndless(*inner); });
  return endless[&loop] = result;
}

bool StorePinner::reads(const Loop &loop, const SCEV *address) {
  auto [addresses, isNew] = loaded.try_emplace(&loop);
  if (isNew)
    for (const BasicBlock *block : loop.blocks())
      for (const Instruction &instruction : *block)
        if (isa<LoadInst>(instruction) && heapPointer(instruction))
          addresses->second.insert(evolution.getSCEV(heapPointer(instruction)));
  return addresses->second.contains(address);
}

void StorePinner::run(StoreInst &store) {
  for (Loop *loop = loops.getLoopFor(store.getParent()); loop;
       loop = loop->getParentLoop()) {
    const SCEV *address = evolution.getSCEV(store.getPointerOperand());
    if (!evolution.isLoopInvariant(address, loop))
      return;
    if (mayBeEndless(*loop) && !reads(*loop, address)) {
      store.setVolatile(true);
      return;
    }
  }
}

PreservedAnalyses PinStoresPass::run(Function &function,
                                     FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  if (loops.empty())
    return PreservedAnalyses::all();
  StorePinner pinner(loops,
                     analyses.getResult<ScalarEvolutionAnalysis>(function));
  for (Instruction &instruction : instructions(function))
    if (auto *store = dyn_cast<StoreInst>(&instruction);
        store && store->isSimple() && heapPointer(*store))
      pinner.run(*store);
  return preservedIf(/*changed=*/true);
}

PreservedAnalyses FreeStoresPass::run(Function &function,
                                      FunctionAnalysisManager &) {
  for (Instruction &instruction : instructions(function))
    if (auto *store = dyn_cast<StoreInst>(&instruction);
        store && !store->isAtomic() && heapPointer(*store))
      store->setVolatile(false);
  return preservedIf(/*changed=*/true);
}

} // namespace wasmc
