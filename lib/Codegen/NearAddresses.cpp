// Expresses addresses by others that are a little lower; see the header.

#include "NearAddresses.h"
#include "HeapAccess.h"
#include "PassResult.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

// Accesses of one root that are remembered; most have one or two.
static constexpr size_t maxRemembered = 4;

namespace {

// An index as a value plus a constant.
struct SplitIndex {
  Value *root;
  uint32_t constant = 0; // modulo 2^32
};

// An access that was made.
struct Proof {
  Instruction *access;
  uint32_t constant;
  Value *index;
};

class NearAddresses {
public:
  NearAddresses(Function &function, DominatorTree &dominators,
                uint64_t memoryBase)
      : function(function), dominators(dominators),
        layout(function.getParent()->getDataLayout()), memoryBase(memoryBase) {}
  bool run();

private:
  bool visit(Instruction &access);
  void rewrite(Instruction &access, const HeapAddress &address,
               const Proof &proof, uint32_t distance);

  Function &function;
  DominatorTree &dominators;
  const DataLayout &layout;
  uint64_t memoryBase;
  // By the memory's base and the root of the index.
  DenseMap<std::pair<Value *, Value *>, SmallVector<Proof, maxRemembered>>
      proofs;
};

} // namespace

static SplitIndex split(Value *index) {
  SplitIndex result = {index};
  Value *inner;
  const APInt *constant;
  for (;;) {
    if (match(result.root, m_Add(m_Value(inner), m_APInt(constant))))
      result.constant += uint32_t(constant->getZExtValue());
    else if (match(result.root, m_Sub(m_Value(inner), m_APInt(constant))))
      result.constant -= uint32_t(constant->getZExtValue());
    else
      return result;
    result.root = inner;
  }
}

void NearAddresses::rewrite(Instruction &access, const HeapAddress &address,
                            const Proof &proof, uint32_t distance) {
  IRBuilder<> builder(&access);
  Value *base = address.base
                    ? address.base
                    : ConstantExpr::getIntToPtr(builder.getInt64(memoryBase),
                                                builder.getPtrTy());
  Value *pointer = builder.CreatePtrAdd(
      base, builder.CreateZExt(proof.index, builder.getInt64Ty()));
  if (uint64_t offset = distance + uint64_t(address.offset))
    pointer = builder.CreatePtrAdd(pointer, builder.getInt64(offset));
  replaceHeapPointer(access, pointer);
}

bool NearAddresses::visit(Instruction &access) {
  HeapAddress address;
  Value *pointer = heapPointer(access);
  if (!pointer || !matchHeapAddress(pointer, layout, memoryBase, address))
    return false;
  SplitIndex index = split(address.index);
  auto &known = proofs[{address.base, index.root}];
  for (const Proof &proof : known) {
    uint32_t distance = index.constant - proof.constant;
    if (distance > cappedMemoryMargin ||
        !dominators.dominates(proof.access, &access))
      continue;
    if (distance == 0 && proof.index == address.index)
      return false;
    rewrite(access, address, proof, distance);
    return true;
  }
  if (known.size() < maxRemembered)
    known.push_back({&access, index.constant, address.index});
  return false;
}

bool NearAddresses::run() {
  bool changed = false;
  // What dominates comes first.
  for (BasicBlock *block : ReversePostOrderTraversal<Function *>(&function))
    for (Instruction &instruction : *block)
      if (isa<LoadInst, StoreInst>(instruction))
        changed |= visit(instruction);
  return changed;
}

PreservedAnalyses NearAddressesPass::run(Function &function,
                                         FunctionAnalysisManager &analyses) {
  if (!function.hasFnAttribute(cappedMemoryAttribute))
    return PreservedAnalyses::all();
  auto &dominators = analyses.getResult<DominatorTreeAnalysis>(function);
  return preservedIf(NearAddresses(function, dominators, memoryBase).run());
}

} // namespace wasmc
