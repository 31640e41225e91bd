// Moves 128-bit products down to where they are used; see the header.

#include "SinkProducts.h"
#include "PassResult.h"
#include "llvm/Analysis/AliasAnalysis.h"
#include "llvm/Analysis/MemoryLocation.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

// How far a product moves at most, in instructions: bounds the time.
static constexpr unsigned maxDistance = 1000;

namespace {

// A product, its halves, and the stores of them, all of one block.
class Product {
public:
  explicit Product(Instruction &product) : product(product) { add(product); }
  void sink(AAResults &aliases);

private:
  void add(Instruction &part);
  bool isUsedBy(const Instruction &instruction) const {
    return any_of(instruction.operands(), [&](const Use &operand) {
      auto *value = dyn_cast<Instruction>(operand);
      return value && is_contained(parts, value);
    });
  }

  Instruction &product;
  SmallVector<Instruction *, 8> parts;
};

} // namespace

// Whether the value is a half of the product, or on the way to one.
static bool isHalf(Instruction &user) {
  const APInt *count;
  return isa<TruncInst>(user) ||
         (match(&user, m_LShr(m_Value(), m_APInt(count))) && *count == 64);
}

void Product::add(Instruction &part) {
  parts.push_back(&part);
  for (User *value : part.users()) {
    auto *user = cast<Instruction>(value);
    if (user->getParent() != part.getParent())
      continue;
    auto *store = dyn_cast<StoreInst>(user);
    bool isStored = store && store->isSimple() &&
                    store->getValueOperand() == &part &&
                    store->getPointerOperand() != &part;
    if (isStored)
      parts.push_back(user);
    else if (part.getType()->isIntegerTy(128) && isHalf(*user))
      add(*user);
  }
}

void Product::sink(AAResults &aliases) {
  SmallVector<Instruction *, 8> moved; // in the order of the block
  SmallVector<MemoryLocation, 2> stored;
  unsigned distance = 0;
  Instruction *at = &product;
  for (; !at->isTerminator() && distance < maxDistance;
       at = at->getNextNode(), ++distance) {
    if (is_contained(parts, at)) {
      moved.push_back(at);
      if (auto *store = dyn_cast<StoreInst>(at))
        stored.push_back(MemoryLocation::get(store));
      continue;
    }
    bool isFixed = any_of(stored, [&](const MemoryLocation &place) {
      return isModOrRefSet(aliases.getModRefInfo(at, place));
    });
    if (isFixed || isUsedBy(*at))
      break;
  }
  // A half alone has the carry of its sum wait for the other; it is no gain.
  if (!at->getType()->isIntegerTy(128))
    return;
  for (Instruction *part : moved)
    part->moveBefore(at);
}

PreservedAnalyses SinkProductsPass::run(Function &function,
                                        FunctionAnalysisManager &analyses) {
  SmallVector<Instruction *, 32> products;
  for (Instruction &instruction : instructions(function))
    if (match(&instruction, m_Mul(m_Value(), m_Value())) &&
        instruction.getType()->isIntegerTy(128))
      products.push_back(&instruction);
  if (products.empty())
    return PreservedAnalyses::all();
  auto &aliases = analyses.getResult<AAManager>(function);
  for (Instruction *product : products)
    Product(*product).sink(aliases);
  return preservedIf(/*changed=*/true);
}

} // namespace wasmc
