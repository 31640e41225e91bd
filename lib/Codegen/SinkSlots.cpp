// Moves stores of 128-bit products out of loops; see the header.

#include "SinkSlots.h"
#include "HeapAccess.h"
#include "HeapPlaces.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

// Accesses of a loop, all of which are compared with each other.
static constexpr size_t maxAccesses = 2048;

namespace {

struct HeapUse {
  Instruction *instruction;
  std::optional<Place> place;
};

// A half of a product that is stored.
struct Slot {
  StoreInst *store;
  Instruction *product;
  Value *left, *right; // what it is a product of
  bool isHigh;
};

class SlotSinker {
public:
  SlotSinker(Loop &loop, ScalarEvolution &evolution, DominatorTree &dominators,
             LoopInfo &loops, PlaceReader &reader)
      : loop(loop), evolution(evolution), dominators(dominators), loops(loops),
        reader(reader) {}
  bool run();

private:
  bool collect();
  bool isSlot(Instruction &instruction, Slot &slot) const;
  bool isAlone(const HeapUse &slot) const;
  void add(const Slot &slot, uint32_t low);
  bool isWorthIt() const;
  void sink();

  Loop &loop;
  ScalarEvolution &evolution;
  DominatorTree &dominators;
  LoopInfo &loops;
  PlaceReader &reader;
  BasicBlock *exiting = nullptr;
  SmallVector<HeapUse, 32> uses;
  MapVector<uint32_t, Slot> slots; // by what is lowest in the place
  SmallVector<StoreInst *, 16> superseded;
};

} // namespace

// False if something in the loop may see places that are not known.
bool SlotSinker::collect() {
  for (BasicBlock *block : loop.blocks())
    for (Instruction &instruction : *block) {
      if (!instruction.mayReadOrWriteMemory()) {
        if (isa<CallBase>(instruction) && !instruction.willReturn())
          return false;
        continue;
      }
      if (instruction.isAtomic())
        return false;
      if (isOfState(instruction))
        continue;
      Value *pointer = heapPointer(instruction);
      if (!pointer || uses.size() == maxAccesses)
        return false;
      std::optional<Place> place =
          reader.read(pointer, getLoadStoreType(&instruction));
      if (!place)
        return false;
      uses.push_back({&instruction, place});
    }
  return true;
}

bool SlotSinker::isSlot(Instruction &instruction, Slot &slot) const {
  slot.store = dyn_cast<StoreInst>(&instruction);
  if (!slot.store || !slot.store->isSimple() ||
      !loop.isLoopInvariant(slot.store->getPointerOperand()) ||
      !dominators.dominates(slot.store->getParent(), exiting))
    return false;
  Value *half = slot.store->getValueOperand();
  slot.isHigh = match(
      half, m_Trunc(m_LShr(m_Instruction(slot.product), m_SpecificInt(64))));
  if (!half->getType()->isIntegerTy(64) ||
      (!slot.isHigh && !match(half, m_Trunc(m_Instruction(slot.product)))))
    return false;
  return loop.contains(slot.product) &&
         slot.product->getType()->isIntegerTy(128) &&
         match(slot.product,
               m_Mul(m_ZExt(m_Value(slot.left)), m_ZExt(m_Value(slot.right))));
}

// Whether nothing touches its place but slots that are this very place, by the
// same pointer: those trap alike.
bool SlotSinker::isAlone(const HeapUse &slot) const {
  return !slot.place->isVariable && all_of(uses, [&](const HeapUse &other) {
    Slot same;
    return other.place->hasRootOf(*slot.place) &&
           (!other.place->meets(*slot.place) ||
            (isSlot(*other.instruction, same) &&
             same.store->getPointerOperand() ==
                 getLoadStorePointerOperand(slot.instruction)));
  });
}

// Unrolled loops have several stores to one place. All are on the way to the
// exit: the last of them counts.
void SlotSinker::add(const Slot &slot, uint32_t low) {
  auto [known, isNew] = slots.insert({low, slot});
  if (isNew)
    return;
  Slot &other = known->second;
  bool isLater = dominators.dominates(other.store, slot.store);
  superseded.push_back(isLater ? other.store : slot.store);
  if (isLater)
    other = slot;
}

// What products are computed again from has to be kept until the loop ends.
bool SlotSinker::isWorthIt() const {
  SmallPtrSet<Value *, 32> kept;
  for (const auto &[low, slot] : slots)
    for (Value *operand : {slot.left, slot.right})
      if (!loop.isLoopInvariant(operand))
        kept.insert(operand);
  return kept.size() < slots.size();
}

void SlotSinker::sink() {
  BasicBlock *after =
      SplitEdge(exiting, loop.getExitBlock(), &dominators, &loops);
  IRBuilder<> builder(&*after->getFirstInsertionPt());
  Type *wide = builder.getInt128Ty();
  DenseMap<Instruction *, Value *> again;
  for (const auto &[low, slot] : slots) {
    Value *&product = again[slot.product];
    if (!product)
      product = builder.CreateNUWMul(builder.CreateZExt(slot.left, wide),
                                     builder.CreateZExt(slot.right, wide));
    Value *half = slot.isHigh ? builder.CreateLShr(product, 64) : product;
    slot.store->setOperand(0, builder.CreateTrunc(half, builder.getInt64Ty()));
    slot.store->moveBefore(&*builder.GetInsertPoint());
  }
  for (StoreInst *store : superseded)
    store->eraseFromParent();
}

bool SlotSinker::run() {
  exiting = loop.getExitingBlock();
  if (!exiting || !loop.getExitBlock() ||
      !evolution.hasLoopInvariantBackedgeTakenCount(&loop) || !collect())
    return false;
  for (const HeapUse &use : uses)
    if (Slot slot; isSlot(*use.instruction, slot) && isAlone(use))
      add(slot, use.place->low);
  if (slots.empty() || !isWorthIt())
    return false;
  sink();
  return true;
}

PreservedAnalyses SinkSlotsPass::run(Function &function,
                                     FunctionAnalysisManager &analyses) {
  if (!function.hasFnAttribute(cappedMemoryAttribute) ||
      function.hasFnAttribute(sharedMemoryAttribute) ||
      none_of(instructions(function), [](const Instruction &instruction) {
        return instruction.getOpcode() == Instruction::Mul &&
               instruction.getType()->isIntegerTy(128);
      }))
    return PreservedAnalyses::all();
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  auto &dominators = analyses.getResult<DominatorTreeAnalysis>(function);
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  PlaceReader reader(evolution, function.getParent()->getDataLayout(),
                     memoryBase);
  bool changed = false;
  for (Loop *loop : loops.getLoopsInPreorder())
    if (loop->isInnermost())
      changed |= SlotSinker(*loop, evolution, dominators, loops, reader).run();
  return changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace wasmc
