// How generated code traps: one cold block for each reason in a function, an
// undefined instruction that carries the reason (llvm.ubsantrap), so that no
// table and no call is needed.

#include "FunctionEmitter.h"
#include "llvm/IR/MDBuilder.h"

using namespace llvm;

namespace wasmc {

BasicBlock *FunctionEmitter::trapBlock(Trap trap) {
  BasicBlock *&block = trapBlocks[unsigned(trap)];
  if (block)
    return block;
  block = createBlock("trap");
  IRBuilder<> trapBuilder(block);
  CallInst *call = trapBuilder.CreateIntrinsic(
      Intrinsic::ubsantrap, {}, {trapBuilder.getInt8(uint8_t(trap))});
  call->setDoesNotReturn();
  trapBuilder.CreateUnreachable();
  return block;
}

MDNode *FunctionEmitter::unlikely() {
  if (!unlikelyWeights)
    unlikelyWeights = MDBuilder(context).createBranchWeights(1, (1 << 20) - 1);
  return unlikelyWeights;
}

void FunctionEmitter::trapIf(Value *condition, Trap trap) {
  if (auto *known = dyn_cast<ConstantInt>(condition); known && known->isZero())
    return;
  BasicBlock *next = createBlock("ok");
  BasicBlock *current = builder.GetInsertBlock();
  builder.CreateCondBr(condition, trapBlock(trap), next, unlikely());
  continueIn(next, current);
}

} // namespace wasmc
