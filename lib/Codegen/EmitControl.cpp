// Blocks, branches and returns (core spec 4.4.8). A label becomes a basic block
// when the first branch to it is met, so straight-line code stays one block.

#include "FunctionEmitter.h"
#include "QuietNaN.h"
#include "llvm/Analysis/DomTreeUpdater.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

using namespace llvm;

namespace wasmc {

BasicBlock *FunctionEmitter::createBlock(const char *name) {
  return BasicBlock::Create(context, name, function);
}

void FunctionEmitter::continueIn(BasicBlock *block, BasicBlock *predecessor) {
  ssa.setSinglePredecessor(block, predecessor);
  builder.SetInsertPoint(block);
}

void FunctionEmitter::pushFrame(Frame::Kind kind, const BlockImm &imm) {
  Frame frame;
  frame.kind = kind;
  frame.params = imm.params;
  frame.results = imm.results;
  frame.height = stack.size() - imm.params.size();
  frame.before = builder.GetInsertBlock();
  frame.start = ssa.now();
  frame.handler = handler;
  frames.push_back(std::move(frame));
}

BasicBlock *FunctionEmitter::branchTarget(Frame &frame) {
  if (!frame.target) {
    frame.target = createBlock("label");
    for (ValType type : labelTypes(frame))
      frame.phis.push_back(
          PHINode::Create(emitter.llvmType(type), 2, "", frame.target));
  }
  return frame.target;
}

BasicBlock *FunctionEmitter::addEdge(Frame &frame) {
  BasicBlock *target = branchTarget(frame);
  for (auto [phi, value] : zip_equal(frame.phis, top(frame.phis.size())))
    phi->addIncoming(value, builder.GetInsertBlock());
  return target;
}

void FunctionEmitter::Unreachable(const NoneImm &) {
  builder.CreateBr(trapBlock(Trap::Unreachable));
  terminated();
}

void FunctionEmitter::Nop(const NoneImm &) {}

void FunctionEmitter::Block(const BlockImm &imm) {
  pushFrame(Frame::Kind::Block, imm);
}

void FunctionEmitter::Loop(const BlockImm &imm) {
  pushFrame(Frame::Kind::Loop, imm);
  Frame &frame = frames.back();
  builder.CreateBr(addEdge(frame));
  frame.target->setName("loop");
  builder.SetInsertPoint(frame.target);
  stack.truncate(frame.height);
  stack.append(frame.phis.begin(), frame.phis.end());
}

void FunctionEmitter::If(const BlockImm &imm) {
  Value *condition = builder.CreateIsNotNull(pop());
  pushFrame(Frame::Kind::If, imm);
  Frame &frame = frames.back();
  llvm::append_range(frame.elseParams, top(imm.params.size()));
  BasicBlock *thenBlock = createBlock("then");
  frame.elseBlock = createBlock("else");
  BasicBlock *current = builder.GetInsertBlock();
  builder.CreateCondBr(condition, thenBlock, frame.elseBlock);
  ssa.setSinglePredecessor(frame.elseBlock, current);
  continueIn(thenBlock, current);
}

void FunctionEmitter::Else(const NoneImm &) {
  Frame &frame = frames.back();
  if (!isTerminated())
    builder.CreateBr(addEdge(frame));
  builder.SetInsertPoint(frame.elseBlock);
  stack.truncate(frame.height);
  llvm::append_range(stack, frame.elseParams);
  frame.kind = Frame::Kind::Else;
}

void FunctionEmitter::End(const NoneImm &imm) {
  if (frames.back().kind == Frame::Kind::If)
    Else(imm); // an absent else passes the parameters on
  if (frames.back().own)
    endTry(frames.back());
  closeFrame();
}

// Goes on behind the block, at its label.
void FunctionEmitter::closeFrame() {
  Frame &frame = frames.back();
  bool isLoop = frame.kind == Frame::Kind::Loop;
  if (frame.target && frame.before)
    ssa.setJoin(frame.target, frame.before, frame.start);
  if (frame.target && !isLoop) {
    if (!isTerminated())
      builder.CreateBr(addEdge(frame));
    builder.SetInsertPoint(frame.target);
    stack.truncate(frame.height);
    llvm::append_range(stack, frame.phis);
  } else if (isTerminated()) {
    // Nothing reaches this point, but validation goes on as if: emit into a
    // block without predecessors, which finishFunction() removes.
    builder.SetInsertPoint(createBlock("dead"));
    stack.truncate(frame.height);
    for (ValType type : frame.results)
      push(Constant::getNullValue(emitter.llvmType(type)));
  }
  bool isFunction = frame.kind == Frame::Kind::Function;
  frames.pop_back();
  if (isFunction)
    finishFunction();
}

void FunctionEmitter::finishFunction() {
  emitReturn();
  ssa.finish();
  finishHandlers();
  keepQuietingOperations(*function);
  EliminateUnreachableBlocks(*function);
}

void FunctionEmitter::Br(const LabelImm &imm) {
  builder.CreateBr(addEdge(label(imm.depth)));
  terminated();
}

void FunctionEmitter::BrIf(const LabelImm &imm) {
  branchIf(builder.CreateIsNotNull(pop()), imm);
}

void FunctionEmitter::branchIf(Value *condition, const LabelImm &imm) {
  BasicBlock *target = addEdge(label(imm.depth));
  BasicBlock *next = createBlock("next");
  BasicBlock *current = builder.GetInsertBlock();
  builder.CreateCondBr(condition, target, next);
  continueIn(next, current);
}

void FunctionEmitter::BrTable(const LabelTableImm &imm) {
  Value *index = pop();
  SwitchInst *branch = builder.CreateSwitch(
      index, addEdge(label(imm.defaultDepth)), imm.depths.size());
  for (auto [i, depth] : enumerate(imm.depths))
    if (depth != imm.defaultDepth)
      branch->addCase(builder.getInt32(i), addEdge(label(depth)));
  terminated();
}

void FunctionEmitter::Return(const NoneImm &) {
  emitReturn();
  terminated();
}

void FunctionEmitter::emitReturn() {
  ArrayRef<Value *> results = top(type.results.size());
  size_t direct = emitter.countDirectResults(type);
  for (size_t i = direct; i < results.size(); ++i)
    storeState(results[i], emitter.spillSlot(i));
  if (direct == 0) {
    builder.CreateRetVoid();
  } else if (direct == 1) {
    builder.CreateRet(results[0]);
  } else {
    Value *result = PoisonValue::get(function->getReturnType());
    for (auto [i, value] : enumerate(results.take_front(direct)))
      result = builder.CreateInsertValue(result, value, i);
    builder.CreateRet(result);
  }
}

void FunctionEmitter::Drop(const NoneImm &) { pop(); }

void FunctionEmitter::Select(const NoneImm &) {
  Value *condition = builder.CreateIsNotNull(pop());
  Value *second = pop();
  Value *first = pop();
  push(builder.CreateSelect(condition, first, second));
}

void FunctionEmitter::SelectT(const SelectImm &) { Select({}); }

} // namespace wasmc
