// Exceptions (core spec 4.4.8.12 and the legacy instructions). A call within a
// try is an invoke. Its landing pad lists all tags that the function catches
// there, so that the runtime can tell without running code whether it does; the
// code behind it then finds the handler, from the innermost try outwards.

#include "FunctionEmitter.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace wasmc {

// Landing. -------------------------------------------------------------------

CallBase *FunctionEmitter::throwingCall(FunctionCallee callee,
                                        ArrayRef<Value *> arguments) {
  if (!handler)
    return builder.CreateCall(callee, arguments);
  BasicBlock *next = createBlock("next");
  BasicBlock *current = builder.GetInsertBlock();
  InvokeInst *invoke =
      builder.CreateInvoke(callee, next, landingPad(*handler), arguments);
  continueIn(next, current);
  return invoke;
}

BasicBlock *FunctionEmitter::landingPad(Handler &handler) {
  if (handler.pad)
    return handler.pad->getParent();
  BasicBlock *block = createBlock("landing");
  IRBuilder<> landing(block);
  auto *type = StructType::get(builder.getPtrTy(), builder.getInt32Ty());
  handler.pad = landing.CreateLandingPad(type, 1);
  Value *exception = landing.CreateExtractValue(handler.pad, 0);
  Value *selector = landing.CreateExtractValue(handler.pad, 1);
  landing.CreateBr(dispatchOf(handler));
  handler.exception->addIncoming(exception, block);
  handler.selector->addIncoming(selector, block);
  return block;
}

BasicBlock *FunctionEmitter::dispatchOf(Handler &handler) {
  if (handler.dispatch)
    return handler.dispatch;
  handler.dispatch = handler.tail = createBlock("dispatch");
  IRBuilder<> dispatch(handler.dispatch);
  handler.exception = dispatch.CreatePHI(dispatch.getPtrTy(), 2);
  handler.selector = dispatch.CreatePHI(dispatch.getInt32Ty(), 2);
  return handler.dispatch;
}

// Catches `tag` (null: all) in `block`, if the clauses before do not.
void FunctionEmitter::addClause(Handler &handler, Constant *tag,
                                BasicBlock *block) {
  if (!handler.tail)
    return; // nothing is thrown here, or all of it is caught
  handler.clauses.push_back(tag ? tag
                                : Constant::getNullValue(builder.getPtrTy()));
  IRBuilder<> tail(handler.tail);
  ssa.setSinglePredecessor(block, handler.tail);
  if (!tag) {
    tail.CreateBr(block);
    handler.tail = nullptr;
    return;
  }
  Value *expected =
      tail.CreateIntrinsic(Intrinsic::eh_typeid_for, {tail.getPtrTy()}, {tag});
  BasicBlock *next = createBlock("uncaught");
  tail.CreateCondBr(tail.CreateICmpEQ(handler.selector, expected), block, next);
  ssa.setSinglePredecessor(next, handler.tail);
  handler.tail = next;
}

// What is left goes to the outer handler. Without one, the runtime does not
// come here.
void FunctionEmitter::passOn(Handler &handler) {
  if (!handler.tail)
    return;
  IRBuilder<> tail(handler.tail);
  if (!handler.outer) {
    tail.CreateUnreachable();
    return;
  }
  tail.CreateBr(dispatchOf(*handler.outer));
  handler.outer->exception->addIncoming(handler.exception, handler.tail);
  handler.outer->selector->addIncoming(handler.selector, handler.tail);
}

void FunctionEmitter::addClauses(const Handler &handler) {
  SmallPtrSet<Constant *, 8> known;
  for (const Handler *from = &handler; from; from = from->outer) {
    for (Constant *clause : from->clauses)
      if (known.insert(clause).second)
        handler.pad->addClause(clause);
    if (!from->tail)
      break; // catches all
  }
}

void FunctionEmitter::finishHandlers() {
  for (const std::unique_ptr<Handler> &handler : handlers) {
    if (!handler->pad)
      continue;
    addClauses(*handler);
    if (handler->pad->getNumClauses() != 0) {
      function->setPersonalityFn(emitter.personality());
      continue;
    }
    // No try around catches anything.
    SmallVector<BasicBlock *, 4> callers(
        predecessors(handler->pad->getParent()));
    for (BasicBlock *caller : callers)
      changeToCall(cast<InvokeInst>(caller->getTerminator()));
  }
}

// Throwing. ------------------------------------------------------------------

CallInst *FunctionEmitter::callWithException(RuntimeFunction callee,
                                             Value *exception) {
  return builder.CreateCall(emitter.runtime(callee), {exception});
}

void FunctionEmitter::emitThrow(RuntimeFunction callee, Value *exception) {
  throwingCall(emitter.runtime(callee), {exception})->setDoesNotReturn();
  builder.CreateUnreachable();
  terminated();
}

void FunctionEmitter::Throw(const TagImm &imm) {
  Value *exception = callWithException(RuntimeFunction::wasmc_exception_new,
                                       emitter.tag(imm.index));
  StructType *exceptionType = emitter.exceptionType(imm.index);
  SmallVector<Value *, 4> payload;
  popValues(emitter.wasm.payloadOf(imm.index).size(), payload);
  for (auto [i, value] : enumerate(payload))
    storeState(value,
               builder.CreateStructGEP(exceptionType, exception,
                                       ModuleEmitter::firstPayloadField + i));
  emitThrow(RuntimeFunction::wasmc_throw, exception);
}

void FunctionEmitter::ThrowRef(const NoneImm &) {
  Value *exception = pop();
  trapIf(builder.CreateIsNull(exception), Trap::NullExceptionReference);
  emitThrow(RuntimeFunction::wasmc_throw, exception);
}

// Catching. ------------------------------------------------------------------

void FunctionEmitter::enterTry(Frame::Kind kind, const BlockImm &imm) {
  pushFrame(kind, imm);
  handlers.push_back(std::make_unique<Handler>());
  handlers.back()->outer = handler;
  handler = handlers.back().get();
  frames.back().handler = frames.back().own = handler;
}

// What is thrown from here on goes to the outer handler.
void FunctionEmitter::endTryBody(Frame &frame) {
  Handler &own = *frame.own;
  handler = frame.handler = own.outer;
  if (own.pad)
    ssa.setJoin(own.pad->getParent(), frame.before, frame.start);
  if (own.dispatch)
    ssa.setJoin(own.dispatch, frame.before, frame.start);
}

void FunctionEmitter::endTry(Frame &frame) {
  if (frame.kind != Frame::Kind::Catch)
    endTryBody(frame);
  for (const TryTableImm::Catch &clause : frame.catches)
    emitCatch(*frame.own, clause);
  passOn(*frame.own);
}

void FunctionEmitter::pushPayload(uint32_t tagidx, Value *exception) {
  StructType *exceptionType = emitter.exceptionType(tagidx);
  for (auto [i, type] : enumerate(emitter.wasm.payloadOf(tagidx)))
    push(loadState(
        emitter.llvmType(type),
        builder.CreateStructGEP(exceptionType, exception,
                                ModuleEmitter::firstPayloadField + i)));
}

void FunctionEmitter::TryTable(const TryTableImm &imm) {
  enterTry(Frame::Kind::TryTable, imm.block);
  llvm::append_range(frames.back().catches, imm.catches);
}

// A clause is a branch out of the try_table, which is the innermost frame.
void FunctionEmitter::emitCatch(Handler &own,
                                const TryTableImm::Catch &clause) {
  if (!own.tail)
    return;
  auto place = builder.saveIP();
  size_t height = stack.size();
  BasicBlock *block = createBlock("catch");
  addClause(own, clause.hasTag() ? emitter.tag(clause.tag) : nullptr, block);
  builder.SetInsertPoint(block);
  if (clause.hasTag())
    pushPayload(clause.tag, own.exception);
  if (clause.hasRef())
    push(own.exception);
  callWithException(clause.hasRef() ? RuntimeFunction::wasmc_exception_share
                                    : RuntimeFunction::wasmc_exception_release,
                    own.exception);
  builder.CreateBr(addEdge(label(clause.depth + 1)));
  stack.truncate(height);
  builder.restoreIP(place);
}

// Legacy. --------------------------------------------------------------------

void FunctionEmitter::Try(const BlockImm &imm) {
  enterTry(Frame::Kind::Try, imm);
}

void FunctionEmitter::startHandler(std::optional<uint32_t> tagidx) {
  Frame &frame = frames.back();
  if (!isTerminated())
    builder.CreateBr(addEdge(frame));
  if (frame.kind == Frame::Kind::Try)
    endTryBody(frame);
  frame.kind = Frame::Kind::Catch;
  BasicBlock *block = createBlock("catch");
  addClause(*frame.own, tagidx ? emitter.tag(*tagidx) : nullptr, block);
  builder.SetInsertPoint(block);
  stack.truncate(frame.height);
  // If nothing is thrown, the handler is dead code.
  frame.caught = frame.own->exception;
  if (!frame.caught)
    frame.caught = Constant::getNullValue(builder.getPtrTy());
  if (tagidx)
    pushPayload(*tagidx, frame.caught);
  frame.release =
      callWithException(RuntimeFunction::wasmc_exception_release, frame.caught);
}

void FunctionEmitter::Catch(const TagImm &imm) { startHandler(imm.index); }

void FunctionEmitter::CatchAll(const NoneImm &) { startHandler(std::nullopt); }

// The exceptions of the body are as if thrown in the frame that is named.
void FunctionEmitter::Delegate(const LabelImm &imm) {
  Frame &frame = frames.back();
  endTryBody(frame);
  frame.own->outer = label(imm.depth + 1).handler;
  passOn(*frame.own);
  closeFrame();
}

void FunctionEmitter::Rethrow(const LabelImm &imm) {
  Frame &frame = label(imm.depth);
  frame.release->setCalledFunction(
      emitter.runtime(RuntimeFunction::wasmc_exception_keep));
  // Unless a try within the handler catches it, the handler is left for good.
  bool isLastUse = handler == frame.handler;
  emitThrow(isLastUse ? RuntimeFunction::wasmc_throw_kept
                      : RuntimeFunction::wasmc_throw,
            frame.caught);
}

} // namespace wasmc
