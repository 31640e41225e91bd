// Loads the words that start a loop from where they were copied from; the
// header has the reason.

#include "CopiedWords.h"
#include "HeapAccess.h"
#include "PassResult.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

// A vector register of words.
static constexpr size_t leastWords = 4;
// How far back the store of a copy is looked for, in instructions.
static constexpr unsigned maxDistance = 128;

namespace {

// Some bytes of what `wide` has loaded.
struct Piece {
  LoadInst *wide = nullptr;
  uint64_t offset = 0; // bytes
};

// A variable of a loop and the piece it starts as.
struct Start {
  Use *use;
  Piece piece;
};

class CopiedWords {
public:
  explicit CopiedWords(const DataLayout &layout) : layout(layout) {}
  bool visit(const Loop &loop);

private:
  uint64_t bytesOf(const Value &value) const {
    return layout.getTypeStoreSize(value.getType());
  }
  Piece pieceOf(Value &value) const;
  Piece pieceOfCopy(LoadInst &load) const;
  Value *load(const Piece &piece, Type *type);

  const DataLayout &layout;
  DenseMap<std::pair<LoadInst *, uint64_t>, LoadInst *> loads;
};

} // namespace

// Whether all bits of the value are in memory, in order.
static bool isWholeBytes(Type *type) {
  return type->isIntegerTy(8) || type->isIntegerTy(16) ||
         type->isIntegerTy(32) || type->isIntegerTy(64);
}

// A store needs all the bytes of a load that is copied: nothing deletes it.
static bool isCopied(const LoadInst &load) {
  return any_of(load.users(), [&](const User *user) {
    auto *store = dyn_cast<StoreInst>(user);
    return store && store->getValueOperand() == &load;
  });
}

static LoadInst *plainHeapLoad(Value *value) {
  auto *load = dyn_cast<LoadInst>(value);
  return load && load->isSimple() && heapPointer(*load) &&
                 isWholeBytes(load->getType())
             ? load
             : nullptr;
}

// A pointer as another one and a constant distance in bytes.
static std::pair<Value *, int64_t> splitPointer(Value *pointer,
                                                const DataLayout &layout) {
  APInt offset(64, 0);
  Value *base = pointer->stripAndAccumulateConstantOffsets(
      layout, offset, /*AllowNonInbounds=*/true);
  return {base, offset.getSExtValue()};
}

// What is loaded from a copy: the nearest store before, of all the bytes.
Piece CopiedWords::pieceOfCopy(LoadInst &load) const {
  auto [base, from] = splitPointer(load.getPointerOperand(), layout);
  int64_t bytes = bytesOf(load);
  unsigned distance = 0;
  for (Instruction *at = load.getPrevNode(); at && distance < maxDistance;
       at = at->getPrevNode(), ++distance) {
    if (!at->mayWriteToMemory())
      continue;
    auto *store = dyn_cast<StoreInst>(at);
    if (!store || !store->isSimple() || !heapPointer(*store))
      return {};
    auto [storeBase, to] = splitPointer(store->getPointerOperand(), layout);
    if (storeBase != base)
      return {};
    Value *stored = store->getValueOperand();
    int64_t end = to + int64_t(bytesOf(*stored));
    if (from >= end || to >= from + bytes)
      continue; // other bytes
    LoadInst *wide = plainHeapLoad(stored);
    if (!wide || from < to || from + bytes > end)
      return {};
    return {wide, uint64_t(from - to)};
  }
  return {};
}

Piece CopiedWords::pieceOf(Value &value) const {
  if (LoadInst *load = plainHeapLoad(&value))
    return pieceOfCopy(*load);
  Value *whole;
  const APInt *shift = nullptr;
  if (!match(&value, m_Trunc(m_LShr(m_Value(whole), m_APInt(shift)))) &&
      !match(&value, m_Trunc(m_Value(whole))))
    return {};
  LoadInst *wide = plainHeapLoad(whole);
  uint64_t bits = shift ? shift->getZExtValue() : 0;
  if (!wide || !isCopied(*wide) || !isWholeBytes(value.getType()) || bits % 8 ||
      bits / 8 + bytesOf(value) > bytesOf(*wide))
    return {};
  return {wide, bits / 8};
}

Value *CopiedWords::load(const Piece &piece, Type *type) {
  LoadInst *&load = loads[{piece.wide, piece.offset}];
  if (load && load->getType() == type)
    return load;
  IRBuilder<> builder(piece.wide->getNextNode());
  Value *pointer = piece.wide->getPointerOperand();
  if (piece.offset)
    pointer = builder.CreatePtrAdd(pointer, builder.getInt64(piece.offset));
  load = builder.CreateAlignedLoad(type, pointer, Align(1));
  load->copyMetadata(*piece.wide, LLVMContext::MD_tbaa);
  return load;
}

bool CopiedWords::visit(const Loop &loop) {
  BasicBlock *preheader = loop.getLoopPreheader();
  if (!preheader)
    return false;
  SmallVector<Start, 16> starts;
  for (PHINode &phi : loop.getHeader()->phis()) {
    int entry = phi.getBasicBlockIndex(preheader);
    Use &use = phi.getOperandUse(phi.getOperandNumForIncomingValue(entry));
    if (Piece piece = pieceOf(*use); piece.wide)
      starts.push_back({&use, piece});
  }
  if (starts.size() < leastWords)
    return false;
  for (const Start &start : starts) {
    Value *old = *start.use;
    start.use->set(load(start.piece, old->getType()));
    RecursivelyDeleteTriviallyDeadInstructions(old);
  }
  return true;
}

PreservedAnalyses CopiedWordsPass::run(Function &function,
                                       FunctionAnalysisManager &analyses) {
  if (function.hasFnAttribute(sharedMemoryAttribute))
    return PreservedAnalyses::all();
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  CopiedWords words(function.getParent()->getDataLayout());
  bool changed = false;
  for (Loop *loop : loops.getLoopsInPreorder())
    changed |= words.visit(*loop);
  return preservedIf(changed);
}

} // namespace wasmc
