// Recognises accesses to linear memory; see the header.

#include "HeapAccess.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Operator.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace wasmc {

// What the emitter has said it accesses.
static StringRef accessed(const Instruction &instruction) {
  MDNode *tag = instruction.getMetadata(LLVMContext::MD_tbaa);
  if (!tag)
    return "";
  auto *type = cast<MDNode>(tag->getOperand(1));
  return cast<MDString>(type->getOperand(0))->getString();
}

Value *heapPointer(const Instruction &instruction) {
  if (accessed(instruction) != "wasm heap")
    return nullptr;
  return const_cast<Value *>(getLoadStorePointerOperand(&instruction));
}

bool isOfState(const Instruction &instruction) {
  return accessed(instruction) == "wasm state";
}

void replaceHeapPointer(Instruction &instruction, Value *pointer) {
  Value *old = heapPointer(instruction);
  instruction.setOperand(isa<LoadInst>(instruction)
                             ? LoadInst::getPointerOperandIndex()
                             : StoreInst::getPointerOperandIndex(),
                         pointer);
  RecursivelyDeleteTriviallyDeadInstructions(old);
}

// The address of a constant pointer.
static bool constantAddress(Value *pointer, int64_t &address) {
  auto *expression = dyn_cast<ConstantExpr>(pointer);
  if (!expression || expression->getOpcode() != Instruction::IntToPtr)
    return false;
  auto *number = dyn_cast<ConstantInt>(expression->getOperand(0));
  if (!number)
    return false;
  address = number->getSExtValue();
  return true;
}

bool matchHeapAddress(Value *pointer, const DataLayout &layout,
                      uint64_t memoryBase, HeapAddress &address) {
  address = HeapAddress();
  while (auto *gep = dyn_cast<GEPOperator>(pointer)) {
    APInt offset(64, 0);
    if (gep->accumulateConstantOffset(layout, offset)) {
      address.offset += offset.getSExtValue();
    } else {
      auto *extension = dyn_cast<ZExtInst>(gep->getOperand(1));
      if (address.index || gep->getNumIndices() != 1 ||
          !gep->getSourceElementType()->isIntegerTy(8) || !extension ||
          !extension->getSrcTy()->isIntegerTy(32))
        return false;
      address.index = extension->getOperand(0);
    }
    pointer = gep->getPointerOperand();
  }
  int64_t base;
  if (constantAddress(pointer, base))
    address.offset += base - int64_t(memoryBase);
  else
    address.base = pointer;
  return address.index && address.offset >= 0;
}

} // namespace wasmc
