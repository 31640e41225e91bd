// Tables and references (core spec 4.4.3, 4.4.6). A reference is a pointer, a
// funcref points to the function's WasmcFunc. A table that nothing can change
// is constant data: an array of WasmcFunc.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

Value *FunctionEmitter::tableField(uint32_t tableidx, TableField field) {
  auto *structType = tableStructType(context);
  return loadState(structType->getElementType(unsigned(field)),
                   builder.CreateStructGEP(structType, emitter.table(tableidx),
                                           unsigned(field)));
}

Value *FunctionEmitter::tableSize(uint32_t tableidx) {
  if (isConstantTable(tableidx))
    return constantI32(emitter.plan.constantTables[tableidx]->size());
  return tableField(tableidx, TableField::size);
}

Value *FunctionEmitter::tableSlot(uint32_t tableidx, Value *index) {
  Value *wide = builder.CreateZExt(index, builder.getInt64Ty());
  if (isConstantTable(tableidx))
    return builder.CreateGEP(funcStructType(context), emitter.table(tableidx),
                             wide);
  return builder.CreateGEP(builder.getPtrTy(),
                           tableField(tableidx, TableField::elems), wide);
}

void FunctionEmitter::checkTableRange(uint32_t tableidx, Value *index,
                                      Value *size) {
  Value *end =
      builder.CreateNUWAdd(builder.CreateZExt(index, builder.getInt64Ty()),
                           builder.CreateZExt(size, builder.getInt64Ty()));
  Value *limit = builder.CreateZExt(tableSize(tableidx), builder.getInt64Ty());
  trapIf(builder.CreateICmpUGT(end, limit), Trap::OutOfBoundsTableAccess);
}

void FunctionEmitter::TableGet(const TableImm &imm) {
  Value *index = pop();
  trapIf(builder.CreateICmpUGE(index, tableSize(imm.index)),
         Trap::OutOfBoundsTableAccess);
  Value *slot = tableSlot(imm.index, index);
  if (!isConstantTable(imm.index)) {
    push(loadState(builder.getPtrTy(), slot));
    return;
  }
  // The element is the record itself; a null one has no code.
  Value *code = loadFuncField(slot, FuncField::code, true);
  push(builder.CreateSelect(builder.CreateIsNull(code),
                            ConstantPointerNull::get(builder.getPtrTy()),
                            slot));
}

void FunctionEmitter::TableSet(const TableImm &imm) {
  Value *value = pop();
  Value *index = pop();
  trapIf(builder.CreateICmpUGE(index, tableSize(imm.index)),
         Trap::OutOfBoundsTableAccess);
  storeState(value, tableSlot(imm.index, index));
}

void FunctionEmitter::TableSize(const TableImm &imm) {
  push(tableSize(imm.index));
}

void FunctionEmitter::TableGrow(const TableImm &imm) {
  Value *delta = pop();
  Value *initial = pop();
  push(builder.CreateCall(emitter.runtime(RuntimeFunction::wasmc_table_grow),
                          {emitter.table(imm.index), initial, delta}));
}

void FunctionEmitter::TableFill(const TableImm &imm) {
  Value *size = pop();
  Value *value = pop();
  Value *index = pop();
  checkTableRange(imm.index, index, size);
  Value *first = tableSlot(imm.index, index);
  Value *wide = builder.CreateZExt(size, builder.getInt64Ty());

  llvm::BasicBlock *before = builder.GetInsertBlock();
  llvm::BasicBlock *header = createBlock("fill");
  llvm::BasicBlock *body = createBlock("fill.body");
  llvm::BasicBlock *done = createBlock("fill.done");
  builder.CreateBr(header);
  builder.SetInsertPoint(header);
  PHINode *i = builder.CreatePHI(builder.getInt64Ty(), 2);
  i->addIncoming(builder.getInt64(0), before);
  builder.CreateCondBr(builder.CreateICmpULT(i, wide), body, done);
  continueIn(body, header);
  storeState(value, builder.CreateGEP(builder.getPtrTy(), first, i));
  i->addIncoming(builder.CreateAdd(i, builder.getInt64(1)), body);
  builder.CreateBr(header);
  // Locals do not change in the loop: look them up before it.
  ssa.setSinglePredecessor(header, before);
  continueIn(done, header);
}

void FunctionEmitter::TableCopy(const TableTableImm &imm) {
  Value *size = pop();
  Value *source = pop();
  Value *destination = pop();
  checkTableRange(imm.src, source, size);
  checkTableRange(imm.dst, destination, size);
  copyTableElements(imm, destination, source, size);
}

void FunctionEmitter::copyTableElements(const TableTableImm &imm,
                                        Value *destination, Value *source,
                                        Value *size) {
  Value *bytes =
      builder.CreateShl(builder.CreateZExt(size, builder.getInt64Ty()), 3);
  builder.CreateMemMove(tableSlot(imm.dst, destination), Align(8),
                        tableSlot(imm.src, source), Align(8), bytes);
}

void FunctionEmitter::TableInit(const ElemTableImm &imm) {
  Value *size = pop();
  Value *offset = builder.CreateZExt(pop(), builder.getInt64Ty());
  Value *index = pop();
  Value *length = builder.CreateZExt(size, builder.getInt64Ty());
  Value *remaining =
      loadState(builder.getInt32Ty(),
                emitter.segmentSize(emitter.plan.elemSymbol(imm.elem)));
  trapIf(builder.CreateICmpUGT(
             builder.CreateNUWAdd(offset, length),
             builder.CreateZExt(remaining, builder.getInt64Ty())),
         Trap::OutOfBoundsTableAccess);
  checkTableRange(imm.table, index, size);
  Value *source = builder.CreateGEP(builder.getPtrTy(),
                                    emitter.elemSegment(imm.elem), offset);
  builder.CreateMemCpy(tableSlot(imm.table, index), Align(8), source, Align(8),
                       builder.CreateShl(length, 3));
}

void FunctionEmitter::ElemDrop(const ElemImm &imm) {
  storeState(builder.getInt32(0),
             emitter.segmentSize(emitter.plan.elemSymbol(imm.index)));
}

void FunctionEmitter::RefNull(const RefTypeImm &) {
  push(ConstantPointerNull::get(builder.getPtrTy()));
}

void FunctionEmitter::RefIsNull(const NoneImm &) {
  push(builder.CreateZExt(builder.CreateIsNull(pop()), builder.getInt32Ty()));
}

void FunctionEmitter::RefFunc(const FuncImm &imm) {
  push(emitter.funcRef(imm.index));
}

} // namespace wasmc
