// Zero-extends 32-bit addresses where they are computed; see the header.

#include "ExtendOnce.h"
#include "HeapAccess.h"
#include "PassResult.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"

using namespace llvm;

namespace wasmc {

namespace {

class Extender {
public:
  explicit Extender(Function &function)
      : function(function), wide(Type::getInt64Ty(function.getContext())) {}
  bool run();

private:
  void find(Value &value);
  void extend(Value &value);
  void fill(PHINode &narrow, PHINode &widened);
  bool isReplaced(const User &user) const;
  void replaceUses(Value &value, Value &extension);

  Function &function;
  Type *wide;
  SetVector<Value *> chosen;
  // The 64-bit value of each that is chosen.
  MapVector<Value *, Value *> extensions;
};

} // namespace

// The back end's loop passes understand a counter better as it is.
static bool isCounter(const PHINode &phi) {
  return phi.getNumIncomingValues() == 2 &&
         any_of(phi.incoming_values(), [&](const Use &incoming) {
           auto *step = dyn_cast<BinaryOperator>(incoming);
           return step && step->getOpcode() == Instruction::Add &&
                  step->getOperand(0) == &phi &&
                  isa<Constant>(step->getOperand(1));
         });
}

static bool isExtendable(const Value &value) {
  if (!value.getType()->isIntegerTy(32) || isa<Constant>(value))
    return false;
  if (auto *phi = dyn_cast<PHINode>(&value))
    return !isCounter(*phi) &&
           phi->getParent()->getFirstInsertionPt() != phi->getParent()->end() &&
           none_of(phi->incoming_values(), [](const Use &incoming) {
             auto *from = dyn_cast<Instruction>(incoming);
             return from && from->isTerminator();
           });
  auto *instruction = dyn_cast<Instruction>(&value);
  return !instruction || !instruction->isTerminator();
}

static BasicBlock *blockOf(Value &value, Function &function) {
  auto *instruction = dyn_cast<Instruction>(&value);
  return instruction ? instruction->getParent() : &function.getEntryBlock();
}

// With a phi, all that goes into it.
void Extender::find(Value &value) {
  SmallVector<Value *, 8> worklist = {&value};
  while (!worklist.empty()) {
    Value *next = worklist.pop_back_val();
    if (!isExtendable(*next) || !chosen.insert(next))
      continue;
    if (auto *phi = dyn_cast<PHINode>(next))
      worklist.append(phi->op_begin(), phi->op_end());
  }
}

void Extender::extend(Value &value) {
  if (auto *phi = dyn_cast<PHINode>(&value)) {
    auto *widened = PHINode::Create(wide, phi->getNumIncomingValues(), "",
                                    phi->getIterator());
    widened->takeName(phi);
    widened->setDebugLoc(phi->getDebugLoc());
    extensions[phi] = widened;
    return;
  }
  auto *instruction = dyn_cast<Instruction>(&value);
  BasicBlock::iterator place = instruction
                                   ? std::next(instruction->getIterator())
                                   : function.getEntryBlock().begin();
  IRBuilder<> builder(blockOf(value, function), place);
  if (instruction)
    builder.SetCurrentDebugLocation(instruction->getDebugLoc());
  extensions[&value] = builder.CreateZExt(&value, wide);
}

void Extender::fill(PHINode &narrow, PHINode &widened) {
  for (auto [incoming, block] :
       zip(narrow.incoming_values(), narrow.blocks())) {
    Value *value = extensions.lookup(incoming);
    if (!value) {
      // The same block may come in several times, with the same value.
      int known = widened.getBasicBlockIndex(block);
      if (known >= 0) {
        value = widened.getIncomingValue(known);
      } else {
        IRBuilder<> builder(block->getTerminator());
        value = builder.CreateZExt(incoming, wide);
      }
    }
    widened.addIncoming(value, block);
  }
}

// Whether it is a phi of 32 bits that goes away.
bool Extender::isReplaced(const User &user) const {
  auto *phi = dyn_cast<PHINode>(&user);
  return phi && chosen.contains(const_cast<PHINode *>(phi));
}

// Blocks other than that of the definition use the low half; of a phi, all do.
void Extender::replaceUses(Value &value, Value &extension) {
  BasicBlock *home = isa<PHINode>(value) ? nullptr : blockOf(value, function);
  SmallDenseMap<BasicBlock *, Value *> low;
  for (Use &use : make_early_inc_range(value.uses())) {
    auto *user = cast<Instruction>(use.getUser());
    if (user == &extension || isReplaced(*user))
      continue;
    if (isa<ZExtInst>(user) && user->getType() == wide) {
      user->replaceAllUsesWith(&extension);
      user->eraseFromParent();
      continue;
    }
    auto *phi = dyn_cast<PHINode>(user);
    BasicBlock *block = phi ? phi->getIncomingBlock(use) : user->getParent();
    if (block == home)
      continue;
    Value *&half = low[block];
    if (!half) {
      BasicBlock::iterator place = block->getFirstInsertionPt();
      if (place == block->end())
        continue;
      IRBuilder<> builder(block, place);
      half = builder.CreateTrunc(&extension, value.getType());
    }
    use.set(half);
  }
}

// Whether the access has its pointer from another block.
static bool isRemote(const Instruction &access, const Value *pointer) {
  auto *address = dyn_cast_or_null<Instruction>(pointer);
  return address && address->getParent() != access.getParent();
}

// Where memory has a constant address, the address folds into the access, and
// only the index needs a register.
static bool bringAddress(Instruction &access, uint64_t memoryBase) {
  Value *pointer = heapPointer(access);
  HeapAddress address;
  if (!memoryBase || !isRemote(access, pointer) ||
      !matchHeapAddress(pointer, access.getDataLayout(), memoryBase, address) ||
      address.base || !isInt<32>(int64_t(memoryBase) + address.offset))
    return false;
  IRBuilder<> builder(&access);
  Value *base = builder.getInt64(memoryBase + address.offset);
  Value *index = builder.CreateZExt(address.index, builder.getInt64Ty());
  replaceHeapPointer(
      access, builder.CreatePtrAdd(
                  builder.CreateIntToPtr(base, builder.getPtrTy()), index));
  return true;
}

bool Extender::run() {
  for (Instruction &instruction : instructions(function))
    if (auto *zext = dyn_cast<ZExtInst>(&instruction)) {
      Value &value = *zext->getOperand(0);
      if (zext->getType() == wide &&
          (isa<PHINode>(value) ||
           blockOf(value, function) != zext->getParent()))
        find(value);
    }
  if (chosen.empty())
    return false;
  for (Value *value : chosen)
    extend(*value);
  for (auto [value, extension] : extensions)
    if (auto *phi = dyn_cast<PHINode>(value))
      fill(*phi, *cast<PHINode>(extension));
  for (auto [value, extension] : extensions)
    replaceUses(*value, *extension);
  for (Value *value : chosen)
    if (auto *phi = dyn_cast<PHINode>(value)) {
      // Only each other's operands are left.
      phi->replaceAllUsesWith(PoisonValue::get(phi->getType()));
      phi->eraseFromParent();
    }
  return true;
}

PreservedAnalyses ExtendOncePass::run(Function &function,
                                      FunctionAnalysisManager &) {
  SmallVector<Instruction *, 32> accesses;
  bool hasAddresses = false;
  for (Instruction &instruction : instructions(function))
    if (Value *pointer = heapPointer(instruction)) {
      hasAddresses = true;
      if (isRemote(instruction, pointer))
        accesses.push_back(&instruction);
    }
  // What a call of WASI passes on is no address here.
  if (!hasAddresses)
    return PreservedAnalyses::all();
  bool changed = false;
  for (Instruction *access : accesses)
    changed |= bringAddress(*access, memoryBase);
  changed |= Extender(function).run();
  return preservedIf(changed);
}

} // namespace wasmc
