// Turns the locals of a function into SSA values while it is emitted, without
// stack slots: Braun et al., "Simple and Efficient Construction of Static
// Single Assignment Form" (CC 2013), made iterative.
//
// A value read in a block with one known predecessor is looked up there, one
// that no path to a label has changed where those paths began. Otherwise, a
// block where paths meet gets an empty phi whose operands are filled by
// finish(), when every edge exists. Nothing here recurses: real modules nest
// thousands of blocks deep.

#ifndef WASMC_CODEGEN_LOCALSSA_H
#define WASMC_CODEGEN_LOCALSSA_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/BasicBlock.h"
#include "llvm/IR/Instructions.h"

namespace wasmc {

class LocalSSA {
public:
  // Declares the next local; `initial` is its value in the entry block.
  void declare(llvm::BasicBlock *entry, llvm::Value *initial) {
    define(entry, types.size(), initial);
    types.push_back(initial->getType());
    writes.emplace_back();
  }
  // Says that `block` has exactly one predecessor, for good. A block that was
  // not announced is a place where paths meet.
  void setSinglePredecessor(llvm::BasicBlock *block, llvm::BasicBlock *pred) {
    predecessors[block] = pred;
  }
  // Counts the writes so far.
  uint32_t now() const { return clock; }
  // Says that every path to `block` went through the end of `dominator`, with
  // only the writes between then, `start`, and now on the way.
  void setJoin(llvm::BasicBlock *block, llvm::BasicBlock *dominator,
               uint32_t start) {
    joins[block] = {dominator, start, clock};
  }
  void write(llvm::BasicBlock *block, unsigned local, llvm::Value *value) {
    writes[local].push_back(clock++);
    define(block, local, value);
  }
  llvm::Value *read(llvm::BasicBlock *block, unsigned local);
  // Fills all phis and removes those that merge nothing.
  void finish();

private:
  struct PendingPhi {
    llvm::PHINode *phi;
    unsigned local;
  };
  struct Join {
    llvm::BasicBlock *dominator;
    uint32_t start, end; // of the writes in between
  };
  void define(llvm::BasicBlock *block, unsigned local, llvm::Value *value) {
    definitions[{block, local}] = value;
  }
  bool isWritten(unsigned local, const Join &join) const;
  void removeTrivialPhis(llvm::ArrayRef<llvm::PHINode *> phis);

  llvm::SmallVector<llvm::Type *, 16> types;
  llvm::DenseMap<std::pair<llvm::BasicBlock *, unsigned>, llvm::Value *>
      definitions;
  llvm::DenseMap<llvm::BasicBlock *, llvm::BasicBlock *> predecessors;
  llvm::DenseMap<llvm::BasicBlock *, Join> joins;
  // When each local was written, in order.
  std::vector<llvm::SmallVector<uint32_t, 0>> writes;
  uint32_t clock = 0;
  std::vector<PendingPhi> pending;
};

} // namespace wasmc

#endif
