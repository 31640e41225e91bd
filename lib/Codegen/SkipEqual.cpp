// Skips ahead in loops that look for the end of what is equal; the header has
// the proof.

#include "SkipEqual.h"
#include "HeapAccess.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

static constexpr unsigned vectorBytes = 16;
static constexpr uint64_t pageBytes = 4096;
// Of an induction variable: what is computed ahead stays far below 2^32.
static constexpr unsigned maxStepBits = 17;
// A look costs as much as some iterations: short runs must not pay for it.
static constexpr unsigned firstLook = 16; // iterations
// Each is a comparison of its own.
static constexpr unsigned maxCases = 4;
// Of expressions: bounds the time.
static constexpr unsigned maxDepth = 4;

namespace {

// A condition on an induction variable: the loop goes on while
// `predicate(variable, bound)`.
struct Limit {
  CmpInst::Predicate predicate;
  Value *variable;
  Value *bound; // does not change in the loop
  int64_t step;
};

// The end of a block from which the loop may be left for what was loaded.
struct Exit {
  Value *condition;
  bool leavesIfTrue;  // of a branch
  SwitchInst *choice; // on the condition, goes on by default only; or null
};

// A loop of which all is known that skipping needs.
class SearchLoop {
public:
  SearchLoop(Loop &loop, ScalarEvolution &evolution)
      : loop(loop), evolution(evolution), header(loop.getHeader()),
        latch(loop.getLoopLatch()), preheader(loop.getLoopPreheader()) {}
  bool analyze();
  void transform(LLVMContext &context);

private:
  bool analyzeBlock(BasicBlock &block);
  bool analyzeExit(BranchInst &branch);
  bool analyzeSwitch(SwitchInst &choice);
  bool addLoad(LoadInst &load);
  bool addLimit(CmpInst::Predicate predicate, ICmpInst &compare);
  bool isOnElements(Value *condition, unsigned depth = 0) const;
  bool isLaneWise(Value *value, unsigned depth = 0) const;
  std::optional<int64_t> stepOf(Value *value) const;

  Value *fits(const Limit &limit, Value *skipped, IRBuilder<> &builder) const;
  Value *isInOnePage(LoadInst *load, Value *skipped,
                     IRBuilder<> &builder) const;
  Value *address(LoadInst *load, Value *skipped, IRBuilder<> &builder) const;
  Value *lanes(Value *condition, IRBuilder<> &builder);
  Value *lanesOf(Value *value, IRBuilder<> &builder);
  Value *lanesLeaving(const Exit &exit, IRBuilder<> &builder);
  Value *leavingLanes(Value *skipped, IRBuilder<> &builder);
  void enterHeader(Value &total, BasicBlock &again, BasicBlock &back,
                   IRBuilder<> &builder);
  int64_t laneCount() const { return vectorBytes / bytes; }

  Loop &loop;
  ScalarEvolution &evolution;
  BasicBlock *header, *latch, *preheader;
  unsigned bytes = 0;                                      // of an element
  SmallVector<std::pair<PHINode *, int64_t>, 4> variables; // and their steps
  SmallVector<LoadInst *, 2> loads;
  SmallVector<Limit, 2> limits;
  SmallVector<Exit, 2> exits;
  SmallDenseMap<LoadInst *, Value *, 2> vectors;
};

} // namespace

// By how much the value grows in each iteration.
std::optional<int64_t> SearchLoop::stepOf(Value *value) const {
  if (!evolution.isSCEVable(value->getType()))
    return std::nullopt;
  auto *recurrence = dyn_cast<SCEVAddRecExpr>(evolution.getSCEV(value));
  if (!recurrence || recurrence->getLoop() != &loop || !recurrence->isAffine())
    return std::nullopt;
  auto *step = dyn_cast<SCEVConstant>(recurrence->getStepRecurrence(evolution));
  if (!step || step->getAPInt().getSignificantBits() > maxStepBits)
    return std::nullopt;
  return step->getAPInt().getSExtValue();
}

// A load of consecutive elements, executed before anything depends on what is
// loaded.
bool SearchLoop::addLoad(LoadInst &load) {
  Type *type = load.getType();
  if (load.isAtomic() || !heapPointer(load) || !exits.empty() ||
      !(type->isIntegerTy(8) || type->isIntegerTy(16) || type->isIntegerTy(32)))
    return false;
  unsigned size = type->getIntegerBitWidth() / 8;
  if ((bytes && size != bytes) || stepOf(load.getPointerOperand()) != size)
    return false;
  bytes = size;
  loads.push_back(&load);
  return true;
}

// Whether the low bits of the value, as many as an element has, are all of it
// and computed from the bits of elements and of what does not change.
bool SearchLoop::isLaneWise(Value *value, unsigned depth) const {
  bool isNarrow = value->getType()->isIntegerTy(bytes * 8);
  if (auto *constant = dyn_cast<ConstantInt>(value))
    return isNarrow || constant->getValue().isIntN(bytes * 8);
  if (isNarrow && loop.isLoopInvariant(value))
    return true;
  if (auto *extension = dyn_cast<ZExtInst>(value))
    return is_contained(loads, extension->getOperand(0));
  if (is_contained(loads, value))
    return true;
  auto *operation = dyn_cast<BinaryOperator>(value);
  return operation && depth < maxDepth &&
         (operation->isBitwiseLogicOp() ||
          (isNarrow && (operation->getOpcode() == Instruction::Add ||
                        operation->getOpcode() == Instruction::Sub))) &&
         isLaneWise(operation->getOperand(0), depth + 1) &&
         isLaneWise(operation->getOperand(1), depth + 1);
}

// Whether the condition takes nothing but elements and what does not change.
bool SearchLoop::isOnElements(Value *condition, unsigned depth) const {
  Value *left, *right;
  if (loads.empty())
    return false;
  if (match(condition, m_LogicalOp(m_Value(left), m_Value(right))))
    return depth < maxDepth && isOnElements(left, depth + 1) &&
           isOnElements(right, depth + 1);
  auto *compare = dyn_cast<ICmpInst>(condition);
  if (!compare || (compare->isSigned() &&
                   !compare->getOperand(0)->getType()->isIntegerTy(bytes * 8)))
    return false;
  return isLaneWise(compare->getOperand(0)) &&
         isLaneWise(compare->getOperand(1));
}

bool SearchLoop::addLimit(CmpInst::Predicate predicate, ICmpInst &compare) {
  Value *variable = compare.getOperand(0), *bound = compare.getOperand(1);
  if (!loop.isLoopInvariant(bound)) {
    std::swap(variable, bound);
    predicate = CmpInst::getSwappedPredicate(predicate);
  }
  std::optional<int64_t> step = stepOf(variable);
  if (!loop.isLoopInvariant(bound) || !step || *step == 0)
    return false;
  auto relation = CmpInst::getStrictPredicate(predicate);
  bool isRelation =
      variable->getType()->isIntegerTy(32) &&
      (*step > 0
           ? relation == CmpInst::ICMP_ULT || relation == CmpInst::ICMP_SLT
           : relation == CmpInst::ICMP_UGT || relation == CmpInst::ICMP_SGT);
  bool isInequality =
      predicate == CmpInst::ICMP_NE && (variable->getType()->isIntegerTy(32) ||
                                        variable->getType()->isIntegerTy(64));
  if (!isRelation && !isInequality)
    return false;
  limits.push_back({predicate, variable, bound, *step});
  return true;
}

bool SearchLoop::analyzeExit(BranchInst &branch) {
  bool leavesIfTrue = !loop.contains(branch.getSuccessor(0));
  if (isOnElements(branch.getCondition())) {
    exits.push_back({branch.getCondition(), leavesIfTrue, nullptr});
    return true;
  }
  auto *compare = dyn_cast<ICmpInst>(branch.getCondition());
  return compare && addLimit(leavesIfTrue ? compare->getInversePredicate()
                                          : compare->getPredicate(),
                             *compare);
}

bool SearchLoop::analyzeSwitch(SwitchInst &choice) {
  if (loads.empty() || choice.getNumCases() > maxCases ||
      !isLaneWise(choice.getCondition()) ||
      !loop.contains(choice.getDefaultDest()) ||
      any_of(choice.cases(), [&](const auto &one) {
        return loop.contains(one.getCaseSuccessor()) ||
               !isLaneWise(one.getCaseValue());
      }))
    return false;
  exits.push_back({choice.getCondition(), false, &choice});
  return true;
}

bool SearchLoop::analyzeBlock(BasicBlock &block) {
  for (Instruction &instruction : block) {
    if (auto *load = dyn_cast<LoadInst>(&instruction)) {
      if (!addLoad(*load))
        return false;
    } else if (instruction.mayHaveSideEffects() || isa<CallBase>(instruction)) {
      return false;
    }
  }
  if (auto *choice = dyn_cast<SwitchInst>(block.getTerminator()))
    return analyzeSwitch(*choice);
  auto *branch = dyn_cast<BranchInst>(block.getTerminator());
  return branch && (branch->isUnconditional() || analyzeExit(*branch));
}

// The loop's blocks follow one another, each goes on or leaves.
bool SearchLoop::analyze() {
  // Those inside others, the match finders of compressors, mostly end soon, and
  // the registers of a look cost the outer loop (docs/Rationale.md).
  if (!latch || !preheader || loop.getParentLoop())
    return false;
  for (PHINode &phi : header->phis()) {
    std::optional<int64_t> step = stepOf(&phi);
    if (!phi.getType()->isIntegerTy() || !step)
      return false;
    variables.push_back({&phi, *step});
  }
  BasicBlock *block = header;
  for (unsigned seen = 1;; ++seen) {
    if (!analyzeBlock(*block))
      return false;
    if (block == latch)
      return seen == loop.getNumBlocks() && !loads.empty() && !exits.empty();
    SmallVector<BasicBlock *, 1> inside;
    for (BasicBlock *successor : successors(block))
      if (loop.contains(successor))
        inside.push_back(successor);
    if (inside.size() != 1 || inside.front() == header)
      return false;
    block = inside.front();
  }
}

// Whether the limit allows all iterations of the next vector, after `skipped`
// others.
Value *SearchLoop::fits(const Limit &limit, Value *skipped,
                        IRBuilder<> &builder) const {
  Type *i64 = builder.getInt64Ty(), *type = limit.variable->getType();
  Value *next = builder.CreateAdd(limit.variable,
                                  ConstantInt::getSigned(type, limit.step));
  Value *moved = builder.CreateMul(skipped, builder.getInt64(limit.step));
  if (limit.predicate == CmpInst::ICMP_NE) {
    next = builder.CreateAdd(next, builder.CreateTrunc(moved, type));
    Value *distance = limit.step > 0 ? builder.CreateSub(limit.bound, next)
                                     : builder.CreateSub(next, limit.bound);
    return builder.CreateICmpUGE(
        distance,
        ConstantInt::get(type, uint64_t(std::abs(limit.step) * laneCount())));
  }
  auto widen = [&](Value *value) {
    return CmpInst::isSigned(limit.predicate) ? builder.CreateSExt(value, i64)
                                              : builder.CreateZExt(value, i64);
  };
  Value *last =
      builder.CreateAdd(builder.CreateAdd(widen(next), moved),
                        builder.getInt64(limit.step * (laneCount() - 1)));
  CmpInst::Predicate predicate =
      CmpInst::isSigned(limit.predicate)
          ? limit.predicate
          : CmpInst::getSignedPredicate(limit.predicate);
  return builder.CreateICmp(predicate, last, widen(limit.bound));
}

// Of the load in the iteration after `skipped` others.
Value *SearchLoop::address(LoadInst *load, Value *skipped,
                           IRBuilder<> &builder) const {
  Value *next =
      builder.CreatePtrAdd(load->getPointerOperand(), builder.getInt64(bytes));
  return builder.CreatePtrAdd(
      next, builder.CreateMul(skipped, builder.getInt64(bytes)));
}

Value *SearchLoop::isInOnePage(LoadInst *load, Value *skipped,
                               IRBuilder<> &builder) const {
  Value *number = builder.CreatePtrToInt(address(load, skipped, builder),
                                         builder.getInt64Ty());
  return builder.CreateICmpULE(
      builder.CreateAnd(number, builder.getInt64(pageBytes - 1)),
      builder.getInt64(pageBytes - vectorBytes));
}

// The value in each of the next iterations.
Value *SearchLoop::lanesOf(Value *value, IRBuilder<> &builder) {
  if (auto *load = dyn_cast<LoadInst>(value); load && vectors.contains(load))
    return vectors[load];
  if (auto *extension = dyn_cast<ZExtInst>(value);
      extension && !loop.isLoopInvariant(value))
    return lanesOf(extension->getOperand(0), builder);
  if (loop.isLoopInvariant(value))
    return builder.CreateVectorSplat(
        laneCount(), builder.CreateTrunc(value, builder.getIntNTy(bytes * 8)));
  auto *operation = cast<BinaryOperator>(value);
  return builder.CreateBinOp(operation->getOpcode(),
                             lanesOf(operation->getOperand(0), builder),
                             lanesOf(operation->getOperand(1), builder));
}

Value *SearchLoop::lanes(Value *condition, IRBuilder<> &builder) {
  Value *left, *right;
  if (match(condition, m_LogicalAnd(m_Value(left), m_Value(right))))
    return builder.CreateAnd(lanes(left, builder), lanes(right, builder));
  if (match(condition, m_LogicalOr(m_Value(left), m_Value(right))))
    return builder.CreateOr(lanes(left, builder), lanes(right, builder));
  auto *compare = cast<ICmpInst>(condition);
  return builder.CreateICmp(compare->getPredicate(),
                            lanesOf(compare->getOperand(0), builder),
                            lanesOf(compare->getOperand(1), builder));
}

Value *SearchLoop::lanesLeaving(const Exit &exit, IRBuilder<> &builder) {
  if (!exit.choice) {
    Value *taken = lanes(exit.condition, builder);
    return exit.leavesIfTrue ? taken : builder.CreateNot(taken);
  }
  Value *value = lanesOf(exit.condition, builder);
  Value *leaving = nullptr;
  for (auto &one : exit.choice->cases()) {
    Value *number = ConstantInt::get(
        value->getType(), one.getCaseValue()->getValue().trunc(bytes * 8));
    Value *equal = builder.CreateICmpEQ(value, number);
    leaving = leaving ? builder.CreateOr(leaving, equal) : equal;
  }
  return leaving;
}

// A bit for each of the next iterations: whether it leaves the loop.
Value *SearchLoop::leavingLanes(Value *skipped, IRBuilder<> &builder) {
  auto *type = FixedVectorType::get(builder.getIntNTy(bytes * 8), laneCount());
  for (LoadInst *load : loads)
    vectors[load] = builder.CreateAlignedLoad(
        type, address(load, skipped, builder), Align(1));
  Value *leaving = nullptr;
  for (const Exit &exit : exits) {
    Value *lanes = lanesLeaving(exit, builder);
    leaving = leaving ? builder.CreateOr(leaving, lanes) : lanes;
  }
  Value *bits = builder.CreateBitCast(leaving, builder.getIntNTy(laneCount()));
  return builder.CreateZExt(bits, builder.getInt64Ty());
}

// Puts these blocks on the way from the latch to the header:
//
//   again:   every so often to `look`, else to the header
//   look:    are the next iterations inside of limits and pages? else to `back`
//   compare: no lane leaves: those are skipped, to `look`
//   found:   the lanes before the first that leaves are skipped
//   back:    to the header, with what the induction variables are then
void SearchLoop::transform(LLVMContext &context) {
  Function *function = header->getParent();
  auto block = [&](const char *name) {
    return BasicBlock::Create(context, name, function, header);
  };
  BasicBlock *again = block("again"), *look = block("look"),
             *compare = block("compare"), *found = block("found"),
             *back = block("back");
  IRBuilder<> builder(&header->front());
  Type *i64 = builder.getInt64Ty();
  Value *none = builder.getInt64(0),
        *lanesPerLook = builder.getInt64(laneCount());

  PHINode *wait = builder.CreatePHI(builder.getInt32Ty(), 3, "wait");
  latch->getTerminator()->replaceSuccessorWith(header, again);
  builder.SetInsertPoint(again);
  Value *waited = builder.CreateSub(wait, builder.getInt32(1));
  builder.CreateCondBr(builder.CreateICmpEQ(waited, builder.getInt32(0)), look,
                       header,
                       MDBuilder(context).createBranchWeights(1, laneCount()));

  builder.SetInsertPoint(look);
  PHINode *skipped = builder.CreatePHI(i64, 2, "skipped");
  Value *mayLook = builder.getTrue();
  for (const Limit &limit : limits)
    mayLook = builder.CreateAnd(mayLook, fits(limit, skipped, builder));
  for (LoadInst *load : loads)
    mayLook = builder.CreateAnd(mayLook, isInOnePage(load, skipped, builder));
  builder.CreateCondBr(mayLook, compare, back);

  builder.SetInsertPoint(compare);
  Value *leaving = leavingLanes(skipped, builder);
  Value *more = builder.CreateAdd(skipped, lanesPerLook);
  builder.CreateCondBr(builder.CreateICmpEQ(leaving, none), look, found);
  skipped->addIncoming(none, again);
  skipped->addIncoming(more, compare);

  builder.SetInsertPoint(found);
  Value *first = builder.CreateBinaryIntrinsic(Intrinsic::cttz, leaving,
                                               builder.getTrue());
  Value *last = builder.CreateAdd(skipped, first);
  builder.CreateBr(back);

  builder.SetInsertPoint(back);
  PHINode *total = builder.CreatePHI(i64, 2, "total");
  total->addIncoming(skipped, look);
  total->addIncoming(last, found);
  enterHeader(*total, *again, *back, builder);
  wait->addIncoming(builder.getInt32(firstLook), preheader);
  wait->addIncoming(waited, again);
  wait->addIncoming(builder.getInt32(laneCount()), back);
  builder.CreateBr(header);
}

// Gives the header's variables what they are after `total` skipped iterations.
void SearchLoop::enterHeader(Value &total, BasicBlock &again, BasicBlock &back,
                             IRBuilder<> &builder) {
  for (auto [phi, step] : variables) {
    int fromLatch = phi->getBasicBlockIndex(latch);
    Value *next = phi->getIncomingValue(fromLatch);
    phi->setIncomingBlock(fromLatch, &again);
    Value *steps = builder.CreateMul(&total, builder.getInt64(step));
    phi->addIncoming(
        builder.CreateAdd(next, builder.CreateTrunc(steps, phi->getType())),
        &back);
  }
}

PreservedAnalyses SkipEqualPass::run(Function &function,
                                     FunctionAnalysisManager &analyses) {
  if (!function.hasFnAttribute(cappedMemoryAttribute) ||
      function.hasFnAttribute(sharedMemoryAttribute))
    return PreservedAnalyses::all();
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  if (loops.empty())
    return PreservedAnalyses::all();
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  SmallVector<SearchLoop, 4> found;
  for (Loop *loop : loops.getLoopsInPreorder()) {
    SearchLoop search(*loop, evolution);
    if (loop->isInnermost() && search.analyze())
      found.push_back(std::move(search));
  }
  for (SearchLoop &search : found)
    search.transform(function.getContext());
  return found.empty() ? PreservedAnalyses::all() : PreservedAnalyses::none();
}

} // namespace wasmc
