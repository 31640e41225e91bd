// SSA construction for locals; the header has the idea.

#include "LocalSSA.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/ValueHandle.h"

using namespace llvm;

namespace wasmc {

bool LocalSSA::isWritten(unsigned local, const Join &join) const {
  auto first = llvm::lower_bound(writes[local], join.start);
  return first != writes[local].end() && *first < join.end;
}

Value *LocalSSA::read(BasicBlock *block, unsigned local) {
  BasicBlock *asked = block;
  Value *value = nullptr;
  while (!value) {
    auto known = definitions.find({block, local});
    if (known != definitions.end()) {
      value = known->second;
      break;
    }
    auto pred = predecessors.find(block);
    if (pred != predecessors.end()) {
      block = pred->second;
      continue;
    }
    auto join = joins.find(block);
    if (join != joins.end() && !isWritten(local, join->second)) {
      block = join->second.dominator;
      continue;
    }
    PHINode *phi = PHINode::Create(types[local], 2, "", block->begin());
    pending.push_back({phi, local});
    define(block, local, phi);
    value = phi;
  }
  if (asked != block)
    define(asked, local, value);
  return value;
}

void LocalSSA::finish() {
  std::vector<PHINode *> phis;
  // Reading a predecessor may append to `pending`.
  for (size_t i = 0; i < pending.size(); ++i) {
    auto [phi, local] = pending[i];
    for (BasicBlock *pred : llvm::predecessors(phi->getParent()))
      phi->addIncoming(read(pred, local), pred);
    phis.push_back(phi);
  }
  pending.clear();
  definitions.clear();
  removeTrivialPhis(phis);
}

// The one value that `phi` merges apart from itself, or null if there are two.
// A phi of a block without predecessors merges nothing: any value will do.
static Value *onlyValue(PHINode *phi) {
  Value *same = nullptr;
  for (Value *incoming : phi->incoming_values()) {
    if (incoming == phi || incoming == same)
      continue;
    if (same)
      return nullptr;
    same = incoming;
  }
  return same ? same : Constant::getNullValue(phi->getType());
}

void LocalSSA::removeTrivialPhis(ArrayRef<PHINode *> phis) {
  // Removing one phi may make its users trivial: revisit those. WeakVH entries
  // turn null when their phi was removed through another path.
  std::vector<WeakVH> worklist(phis.rbegin(), phis.rend());
  while (!worklist.empty()) {
    auto *phi = cast_or_null<PHINode>(worklist.back());
    worklist.pop_back();
    if (!phi)
      continue;
    Value *value = onlyValue(phi);
    if (!value)
      continue;
    for (User *user : phi->users())
      if (auto *other = dyn_cast<PHINode>(user); other && other != phi)
        worklist.push_back(other);
    phi->replaceAllUsesWith(value);
    phi->eraseFromParent();
  }
}

} // namespace wasmc
