// Inlines small functions; see the header.

#include "InlineSmall.h"
#include "HeapAccess.h"
#include "InlinedFrames.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/Analysis/CFG.h"
#include "llvm/Analysis/CallGraph.h"
#include "llvm/Analysis/InlineCost.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace wasmc {

// In instructions that become some. Where more is inlined, code grows by much
// more than its time shrinks.
static constexpr size_t maxCallee = 40;
// What a function may become.
static constexpr size_t maxCaller = 20000;

static size_t sizeOf(const Function &function) {
  return count_if(instructions(function), [](const Instruction &instruction) {
    return !isa<PHINode, CastInst, GetElementPtrInst>(instruction);
  });
}

namespace {

class SmallInliner {
public:
  SmallInliner(Module &module, function_ref<void(Function &)> pin)
      : module(module), pin(pin), marker(module) {}
  SmallSetVector<Function *, 16> run();

private:
  bool canInline(Function &callee);
  bool fits(const CallInst &call, const Function &caller);
  void inlineInto(Function &caller);

  Module &module;
  function_ref<void(Function &)> pin;
  FrameMarker marker;
  // Functions that reach themselves: of the strongly connected component at
  // hand, and of all before.
  SmallPtrSet<const Function *, 16> recursive;
  DenseMap<const Function *, bool> small;
  SmallSetVector<Function *, 16> changed;
};

} // namespace

static bool hasLoop(const Function &function) {
  SmallVector<std::pair<const BasicBlock *, const BasicBlock *>, 4> backEdges;
  FindFunctionBackedges(function, backEdges);
  return !backEdges.empty();
}

// Only what the guest has, and what LLVM can inline. A loop takes longer than
// a call, and becomes more code yet. A trap's block is not duplicated: two
// would become one again, of nobody knows which function.
bool SmallInliner::canInline(Function &callee) {
  if (callee.isDeclaration() || !callee.getName().starts_with("wasm.") ||
      callee.hasPersonalityFn() || recursive.contains(&callee) ||
      sizeOf(callee) > maxCallee || hasLoop(callee) ||
      !isInlineViable(callee).isSuccess())
    return false;
  return none_of(instructions(callee), [](const Instruction &instruction) {
    auto *call = dyn_cast<CallInst>(&instruction);
    return instruction.isAtomic() ||
           (call && (call->isMustTailCall() || call->doesNotReturn()));
  });
}

bool SmallInliner::fits(const CallInst &call, const Function &caller) {
  Function *callee = call.getCalledFunction();
  if (!callee || call.isMustTailCall() || callee == &caller ||
      call.getFunctionType() != callee->getFunctionType() ||
      call.getCallingConv() != callee->getCallingConv())
    return false;
  for (StringRef attribute : {cappedMemoryAttribute, sharedMemoryAttribute})
    if (callee->hasFnAttribute(attribute) != caller.hasFnAttribute(attribute))
      return false;
  auto [known, isNew] = small.try_emplace(callee, false);
  if (isNew && canInline(*callee)) {
    pin(*callee);
    marker.prepare(*callee);
    small[callee] = true;
  }
  return small.lookup(callee);
}

void SmallInliner::inlineInto(Function &caller) {
  SmallVector<CallInst *, 16> calls;
  for (Instruction &instruction : instructions(caller))
    if (auto *call = dyn_cast<CallInst>(&instruction);
        call && fits(*call, caller))
      calls.push_back(call);
  if (calls.empty())
    return;
  pin(caller);
  marker.prepare(caller);
  size_t size = sizeOf(caller);
  for (CallInst *call : calls) {
    size += maxCallee;
    InlineFunctionInfo info;
    if (size <= maxCaller && InlineFunction(*call, info).isSuccess())
      changed.insert(&caller);
  }
}

SmallSetVector<Function *, 16> SmallInliner::run() {
  CallGraph graph(module);
  for (auto component = scc_begin(&graph); !component.isAtEnd(); ++component) {
    SmallVector<Function *, 8> functions;
    for (const CallGraphNode *node : *component)
      if (Function *function = node->getFunction();
          function && !function->isDeclaration() &&
          function->getName().starts_with("wasm."))
        functions.push_back(function);
    if (component.hasCycle())
      recursive.insert(functions.begin(), functions.end());
    for (Function *function : functions)
      inlineInto(*function);
  }
  for (Function *function : changed)
    marker.finish(*function);
  marker.finish();
  return std::move(changed);
}

SmallSetVector<Function *, 16>
inlineSmallFunctions(Module &module, function_ref<void(Function &)> pin) {
  return SmallInliner(module, pin).run();
}

} // namespace wasmc
