// Undoes the unrolling of the compiler that made the module; the header says
// why it is exact.

#include "RerollLoops.h"
#include "PassResult.h"
#include "UnrollAgain.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/LoopUtils.h"
#include "llvm/Transforms/Utils/ScalarEvolutionExpander.h"

using namespace llvm;

namespace wasmc {

// Larger bodies are no unrolled loops, and pairs of accesses are compared.
static constexpr unsigned maxAccesses = 64;
static constexpr unsigned maxUnrolling = 16;
// Bounds on the search.
static constexpr unsigned maxDepth = 8;
static constexpr unsigned maxMatches = 4096;

namespace {

// A loop of one block, tried with one number of segments after another.
class LoopReroller {
public:
  LoopReroller(Loop &loop, ScalarEvolution &evolution)
      : loop(loop), body(*loop.getHeader()), evolution(evolution),
        layout(body.getModule()->getDataLayout()) {}
  bool run();

private:
  // --- the loop as it is ---
  bool collect();
  const SCEVAddRecExpr *recurrence(Value *value) const;
  std::optional<int64_t> stepOf(Value *value) const;

  // --- matching segment 0 with segment k ---
  bool matchAll();
  bool matchStores();
  bool matchCarried(PHINode &phi);
  bool match(Value *first, Value *other, unsigned k);
  bool matchRecurrence(Value *first, Value *other, unsigned k) const;
  bool matchCarriedUse(PHINode &phi, Value *other, unsigned k);
  bool matchOperands(Instruction &first, Instruction &other, unsigned k);
  bool isLinear(Value *value, unsigned depth = 0) const;
  bool checkOrder() const;
  bool checkLiveOuts() const;
  bool mayOverlap(const Instruction &left, const Instruction &right) const;

  // --- changing the loop ---
  void rewriteCarried();
  void rewrite(const SCEV *backedges);

  Loop &loop;
  BasicBlock &body;
  ScalarEvolution &evolution;
  const DataLayout &layout;

  SmallVector<Instruction *, 16> accesses; // in order
  SmallVector<StoreInst *, 8> stores;
  SmallVector<PHINode *, 4> inductions; // by a constant step
  SmallVector<PHINode *, 4> carried;    // all others

  unsigned segments = 0;
  unsigned matches = 0;
  // What segment k does in place of an instruction of segment 0.
  SmallVector<DenseMap<Value *, Value *>, 8> counterparts;
  // Of a carried phi: what segment 0 makes of it.
  DenseMap<PHINode *, Value *> advanced;
};

} // namespace

const SCEVAddRecExpr *LoopReroller::recurrence(Value *value) const {
  if (!evolution.isSCEVable(value->getType()))
    return nullptr;
  auto *result = dyn_cast<SCEVAddRecExpr>(evolution.getSCEV(value));
  return result && result->getLoop() == &loop && result->isAffine() ? result
                                                                    : nullptr;
}

std::optional<int64_t> LoopReroller::stepOf(Value *value) const {
  const SCEVAddRecExpr *values = recurrence(value);
  if (!values)
    return std::nullopt;
  auto *step = dyn_cast<SCEVConstant>(values->getStepRecurrence(evolution));
  if (!step || step->getAPInt().getSignificantBits() > 32)
    return std::nullopt;
  return step->getAPInt().getSExtValue();
}

bool LoopReroller::collect() {
  for (Instruction &instruction : body) {
    if (auto *phi = dyn_cast<PHINode>(&instruction)) {
      bool isInduction = phi->getType()->isIntegerTy() && stepOf(phi);
      (isInduction ? inductions : carried).push_back(phi);
      continue;
    }
    auto *load = dyn_cast<LoadInst>(&instruction);
    auto *store = dyn_cast<StoreInst>(&instruction);
    if ((load && load->isSimple()) || (store && store->isSimple())) {
      accesses.push_back(&instruction);
      if (store)
        stores.push_back(store);
    } else if (instruction.mayReadOrWriteMemory() ||
               instruction.mayHaveSideEffects()) {
      return false;
    }
  }
  return accesses.size() <= maxAccesses && !inductions.empty();
}

// Whether a value of the form start + n * step keeps it for the n in between,
// when the inductions below it take smaller steps. (Extensions do not: what
// they extend may wrap in between.)
bool LoopReroller::isLinear(Value *value, unsigned depth) const {
  if (loop.isLoopInvariant(value))
    return true;
  if (depth == maxDepth)
    return false;
  if (auto *phi = dyn_cast<PHINode>(value))
    return is_contained(inductions, phi);
  auto *instruction = cast<Instruction>(value);
  auto areLinear = [&](User::op_range operands) {
    return all_of(operands,
                  [&](Value *operand) { return isLinear(operand, depth + 1); });
  };
  switch (instruction->getOpcode()) {
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::GetElementPtr:
    return areLinear(instruction->operands());
  case Instruction::Mul:
  case Instruction::Shl:
    return loop.isLoopInvariant(instruction->getOperand(1)) &&
           isLinear(instruction->getOperand(0), depth + 1);
  default:
    return false;
  }
}

// Values that step alike, segment k's being k/U of a step ahead.
bool LoopReroller::matchRecurrence(Value *first, Value *other,
                                   unsigned k) const {
  std::optional<int64_t> step = stepOf(first);
  if (!step || *step % segments != 0 || !isLinear(first) ||
      first->getType() != other->getType())
    return false;
  auto *ahead = dyn_cast<SCEVConstant>(evolution.getMinusSCEV(
      evolution.getSCEV(other), evolution.getSCEV(first)));
  return ahead && ahead->getAPInt().getSExtValue() ==
                      *step / int64_t(segments) * int64_t(k);
}

// Where segment 0 reads what the iteration before left, segment k reads what
// segment k - 1 left.
bool LoopReroller::matchCarriedUse(PHINode &phi, Value *other, unsigned k) {
  if (k == 1) {
    Value *&left = advanced[&phi];
    if (!left)
      left = other;
    return left == other;
  }
  Value *left = advanced.lookup(&phi);
  return left && match(left, other, k - 1);
}

bool LoopReroller::matchOperands(Instruction &first, Instruction &other,
                                 unsigned k) {
  if (!first.isSameOperationAs(&other))
    return false;
  auto before = std::make_pair(counterparts, advanced);
  if (all_of(zip_equal(first.operands(), other.operands()), [&](auto pair) {
        return match(std::get<0>(pair), std::get<1>(pair), k);
      }))
    return true;
  if (!first.isCommutative() || first.getNumOperands() != 2)
    return false;
  std::tie(counterparts, advanced) = std::move(before);
  return match(first.getOperand(0), other.getOperand(1), k) &&
         match(first.getOperand(1), other.getOperand(0), k);
}

// Whether `other` is in segment k what `first` is in segment 0.
bool LoopReroller::match(Value *first, Value *other, unsigned k) {
  if (++matches > maxMatches)
    return false;
  if (loop.isLoopInvariant(first) || loop.isLoopInvariant(other))
    return first == other;
  auto [known, isNew] = counterparts[k].try_emplace(first, other);
  if (!isNew)
    return known->second == other;
  if (recurrence(first))
    return matchRecurrence(first, other, k);
  if (auto *phi = dyn_cast<PHINode>(first))
    return matchCarriedUse(*phi, other, k);
  auto *left = dyn_cast<Instruction>(first);
  auto *right = dyn_cast<Instruction>(other);
  return left && right && !isa<PHINode>(right) &&
         matchOperands(*left, *right, k);
}

bool LoopReroller::matchStores() {
  if (stores.size() % segments)
    return false;
  size_t count = stores.size() / segments; // in one segment
  for (unsigned k = 1; k < segments; ++k)
    for (size_t i = 0; i < count; ++i)
      if (!match(stores[i], stores[k * count + i], k))
        return false;
  return true;
}

// A value that each segment advances: a chain of one operation from the phi to
// what goes round the loop.
bool LoopReroller::matchCarried(PHINode &phi) {
  auto *last = dyn_cast<Instruction>(phi.getIncomingValueForBlock(&body));
  if (!last || last->getParent() != &body)
    return false;
  if (advanced.count(&phi)) // by a store of it
    return match(advanced[&phi], last, segments - 1);
  SmallVector<Instruction *, 16> chain;
  Instruction *at = &phi;
  while (at != last) {
    Instruction *next = nullptr;
    for (User *user : at->users()) {
      auto *candidate = cast<Instruction>(user);
      if (candidate->getParent() == &body &&
          candidate->getOpcode() == last->getOpcode()) {
        if (next)
          return false;
        next = candidate;
      }
    }
    if (!next || chain.size() > maxAccesses)
      return false;
    chain.push_back(at = next);
  }
  if (chain.size() % segments)
    return false;
  size_t count = chain.size() / segments;
  advanced[&phi] = chain[count - 1];
  for (unsigned k = 1; k < segments; ++k)
    if (!match(chain[count - 1], chain[(k + 1) * count - 1], k))
      return false;
  return true;
}

bool LoopReroller::matchAll() {
  matches = 0;
  counterparts.assign(segments, DenseMap<Value *, Value *>());
  advanced.clear();
  for (PHINode *phi : inductions)
    if (*stepOf(phi) % int64_t(segments))
      return false;
  if (!matchStores())
    return false;
  for (PHINode *phi : carried)
    if (!matchCarried(*phi))
      return false;
  return checkOrder() && checkLiveOuts();
}

// Whether the accesses of one old iteration may touch the same byte.
bool LoopReroller::mayOverlap(const Instruction &left,
                              const Instruction &right) const {
  auto sizeOf = [&](const Instruction &access) {
    return int64_t(layout.getTypeStoreSize(
        getLoadStoreType(const_cast<Instruction *>(&access))));
  };
  auto pointerOf = [&](const Instruction &access) {
    return evolution.getSCEV(
        const_cast<Value *>(getLoadStorePointerOperand(&access)));
  };
  auto *distance = dyn_cast<SCEVConstant>(
      evolution.getMinusSCEV(pointerOf(right), pointerOf(left)));
  if (!distance)
    return true;
  int64_t ahead = distance->getAPInt().getSExtValue();
  return ahead < sizeOf(left) && -ahead < sizeOf(right);
}

// Every access belongs to segments; in the new loop they follow each other
// segment by segment, each in the order of segment 0.
bool LoopReroller::checkOrder() const {
  // Where each access of each segment stands now.
  struct Place {
    Instruction *access;
    unsigned segment;
    unsigned original; // position in segment 0
    unsigned position; // in the old body
  };
  DenseMap<const Value *, unsigned> positions;
  for (auto [i, access] : enumerate(accesses))
    positions[access] = i;
  SmallVector<Place, 32> places;
  SmallPtrSet<const Value *, 32> covered;
  for (Instruction *access : accesses) {
    bool inFirst = segments > 1 && counterparts[1].count(access) &&
                   all_of(drop_begin(counterparts), [&](const auto &map) {
                     return map.count(access) != 0;
                   });
    if (!inFirst)
      continue;
    unsigned original = positions[access];
    for (unsigned k = 0; k < segments; ++k) {
      Value *there = k ? counterparts[k].lookup(access) : access;
      covered.insert(there);
      places.push_back(
          {cast<Instruction>(there), k, original, positions.lookup(there)});
    }
  }
  if (covered.size() != accesses.size())
    return false;
  for (const Place &left : places)
    for (const Place &right : places) {
      bool isBefore = std::tie(left.segment, left.original) <
                      std::tie(right.segment, right.original);
      if (!isBefore || left.position < right.position)
        continue;
      bool isWrite =
          isa<StoreInst>(left.access) || isa<StoreInst>(right.access);
      if (isWrite && mayOverlap(*left.access, *right.access))
        return false;
    }
  return true;
}

// After the loop only what the last segment left may be used.
bool LoopReroller::checkLiveOuts() const {
  for (Instruction &instruction : body)
    for (User *user : instruction.users()) {
      if (cast<Instruction>(user)->getParent() == &body)
        continue;
      bool isKept = false;
      for (PHINode *phi : inductions)
        isKept |= phi->getIncomingValueForBlock(&body) == &instruction;
      for (PHINode *phi : carried)
        isKept |= phi->getIncomingValueForBlock(&body) == &instruction;
      if (!isKept)
        return false;
    }
  return true;
}

// What one variable leaves may be what another leaves a segment later: all uses
// are found before any is changed.
void LoopReroller::rewriteCarried() {
  SmallVector<std::pair<Use *, Value *>, 16> after;
  for (PHINode *phi : carried)
    for (Use &use : phi->getIncomingValueForBlock(&body)->uses())
      if (cast<Instruction>(use.getUser())->getParent() != &body)
        after.push_back({&use, advanced[phi]});
  for (auto [use, left] : after)
    use->set(left);
  for (PHINode *phi : carried)
    phi->setIncomingValueForBlock(&body, advanced[phi]);
}

// The loop goes round segments * (backedges + 1) times.
void LoopReroller::rewrite(const SCEV *backedges) {
  Instruction *before = loop.getLoopPreheader()->getTerminator();
  Type *i64 = Type::getInt64Ty(body.getContext());
  SCEVExpander expander(evolution, layout, "count");
  const SCEV *wide = evolution.getNoopOrZeroExtend(backedges, i64);
  const SCEV *count =
      evolution.getMulExpr(evolution.getAddExpr(wide, evolution.getOne(i64)),
                           evolution.getConstant(i64, segments));
  Value *iterations = expander.expandCodeFor(count, i64, before);

  IRBuilder<> builder(&body.front());
  PHINode *counter = builder.CreatePHI(i64, 2, "iteration");
  auto *branch = cast<BranchInst>(body.getTerminator());
  builder.SetInsertPoint(branch);
  for (PHINode *phi : inductions) {
    int64_t step = *stepOf(phi) / int64_t(segments);
    Value *last = phi->getIncomingValueForBlock(&body);
    Value *next = builder.CreateAdd(
        phi, ConstantInt::get(phi->getType(), step, /*IsSigned=*/true));
    last->replaceUsesOutsideBlock(next, &body);
    phi->setIncomingValueForBlock(&body, next);
  }
  rewriteCarried();
  // What does not wrap in the old iterations may do so in those between.
  for (Instruction &instruction : body)
    if (instruction.getType()->isIntegerTy())
      instruction.dropPoisonGeneratingFlags();
  size_t kept = stores.size() / segments;
  for (StoreInst *store : drop_begin(stores, kept))
    store->eraseFromParent();

  Value *next = builder.CreateAdd(counter, builder.getInt64(1), "",
                                  /*HasNUW=*/true, /*HasNSW=*/true);
  counter->addIncoming(builder.getInt64(0), loop.getLoopPreheader());
  counter->addIncoming(next, &body);
  Value *goesOn = builder.CreateICmpNE(next, iterations);
  Value *old = branch->getCondition();
  branch->setCondition(goesOn);
  if (branch->getSuccessor(0) != &body)
    branch->swapSuccessors();
  RecursivelyDeleteTriviallyDeadInstructions(old);
  SimplifyInstructionsInBlock(&body);
  addStringMetadataToLoop(&loop, rerolledLoop, segments);
}

bool LoopReroller::run() {
  if (!collect())
    return false;
  const SCEV *backedges = evolution.getBackedgeTakenCount(&loop);
  if (isa<SCEVCouldNotCompute>(backedges) ||
      !SCEVExpander(evolution, layout, "")
           .isSafeToExpandAt(backedges,
                             loop.getLoopPreheader()->getTerminator()) ||
      evolution.getTypeSizeInBits(backedges->getType()) > 64)
    return false;
  for (segments = maxUnrolling; segments > 1; --segments)
    if (matchAll()) {
      rewrite(backedges);
      evolution.forgetLoop(&loop);
      return true;
    }
  return false;
}

PreservedAnalyses RerollLoopsPass::run(Function &function,
                                       FunctionAnalysisManager &analyses) {
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  if (loops.empty())
    return PreservedAnalyses::all();
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  bool changed = false;
  for (Loop *loop : loops.getLoopsInPreorder())
    if (loop->getNumBlocks() == 1 && loop->isLoopSimplifyForm() &&
        isa<BranchInst>(loop->getHeader()->getTerminator()))
      changed |= LoopReroller(*loop, evolution).run();
  return preservedIf(changed);
}

} // namespace wasmc
