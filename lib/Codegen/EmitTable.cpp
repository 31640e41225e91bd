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
  bool is64 = emitter.wasm.tables[tableidx].type.is64;
  if (isConstantTable(tableidx))
    return addressValue(
        constantI32(emitter.plan.constantTables[tableidx]->size()), is64);
  return addressValue(tableField(tableidx, TableField::size), is64);
}

Value *FunctionEmitter::tableSlot(uint32_t tableidx, Value *index) {
  Value *wide = toI64(index);
  if (isConstantTable(tableidx))
    return builder.CreateGEP(funcStructType(context), emitter.table(tableidx),
                             wide);
  return builder.CreateGEP(builder.getPtrTy(),
                           tableField(tableidx, TableField::elems), wide);
}

void FunctionEmitter::placeTable(uint32_t tableidx, Value *elements) {
  storeState(elements, builder.CreateStructGEP(tableStructType(context),
                                               emitter.table(tableidx),
                                               unsigned(TableField::elems)));
}

void FunctionEmitter::checkTableRange(uint32_t tableidx, Value *index,
                                      Value *size) {
  checkRange(toI64(index), toI64(size), toI64(tableSize(tableidx)),
             Trap::OutOfBoundsTableAccess);
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
  Value *delta = toI64(pop());
  Value *initial = pop();
  Value *size =
      builder.CreateCall(emitter.runtime(RuntimeFunction::wasmc_table_grow),
                         {emitter.table(imm.index), initial, delta});
  push(addressValue(size, emitter.wasm.tables[imm.index].type.is64));
}

void FunctionEmitter::TableFill(const TableImm &imm) {
  Value *size = pop();
  Value *value = pop();
  Value *index = pop();
  checkTableRange(imm.index, index, size);
  Value *first = tableSlot(imm.index, index);
  Value *wide = toI64(size);

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
  builder.CreateMemMove(tableSlot(imm.dst, destination), Align(8),
                        tableSlot(imm.src, source), Align(8),
                        builder.CreateShl(toI64(size), 3));
}

void FunctionEmitter::TableInit(const ElemTableImm &imm) {
  Value *size = toI64(pop());
  Value *offset = toI64(pop());
  Value *index = pop();
  Value *remaining =
      loadState(builder.getInt32Ty(),
                emitter.segmentSize(emitter.plan.elemSymbol(imm.elem)));
  checkRange(offset, size, toI64(remaining), Trap::OutOfBoundsTableAccess);
  checkTableRange(imm.table, index, size);
  Value *source = builder.CreateGEP(builder.getPtrTy(),
                                    emitter.elemSegment(imm.elem), offset);
  builder.CreateMemCpy(tableSlot(imm.table, index), Align(8), source, Align(8),
                       builder.CreateShl(size, 3));
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

void FunctionEmitter::RefAsNonNull(const NoneImm &) {
  trapIf(builder.CreateIsNull(stack.back()), Trap::NullReference);
}

void FunctionEmitter::BrOnNull(const LabelImm &imm) {
  Value *reference = pop();
  branchIf(builder.CreateIsNull(reference), imm);
  push(reference);
}

void FunctionEmitter::BrOnNonNull(const LabelImm &imm) {
  // The reference, on top of the stack, goes with the branch.
  branchIf(builder.CreateIsNotNull(stack.back()), imm);
  pop();
}

void FunctionEmitter::RefFunc(const FuncImm &imm) {
  push(emitter.funcRef(imm.index));
}

} // namespace wasmc
