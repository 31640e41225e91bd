// Which bytes of linear memory an access is to, so far as two accesses can be
// told apart.
//
// An access that does not trap is at the residue of its address modulo 2^32:
// memory ends below (HeapAccess.h). So root + 8 and root + 16 are different
// places, whether they wrap or not. Where an address has a variable part whose
// bounds are known, the place is all it may be.

#ifndef WASMC_CODEGEN_HEAPPLACES_H
#define WASMC_CODEGEN_HEAPPLACES_H

#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/IR/DataLayout.h"
#include <optional>

namespace wasmc {

// Bytes of linear memory, as residues modulo 2^32 above those of a root.
struct Place {
  llvm::Value *base = nullptr; // of the memory, as in HeapAddress
  llvm::Value *root = nullptr; // i32, or null: zero
  uint32_t low = 0;
  uint32_t bytes = 0; // from there on; with the variable parts
  int64_t offset = 0; // what is added to the i32 index
  bool isVariable = false;

  bool hasRootOf(const Place &other) const {
    return base == other.base && root == other.root;
  }
  // Of two places with one root: whether they have bytes in common.
  bool meets(const Place &other) const {
    return other.low - low < bytes || low - other.low < other.bytes;
  }
};

// Takes pointers apart, in functions with cappedMemoryAttribute. `memoryBase`
// as in HeapAccess.h.
class PlaceReader {
public:
  PlaceReader(llvm::ScalarEvolution &evolution, const llvm::DataLayout &layout,
              uint64_t memoryBase)
      : evolution(evolution), layout(layout), memoryBase(memoryBase) {}
  // The place of an access to a value of that type; none if it may be any.
  std::optional<Place> read(llvm::Value *pointer, llvm::Type *type);

private:
  bool addPointer(llvm::Value *pointer);
  bool addInteger(llvm::Value *value);
  void addIndex(llvm::Value *index);
  bool addVariable(const llvm::ConstantRange &range);
  bool addSmall(llvm::Value *term);

  llvm::ScalarEvolution &evolution;
  const llvm::DataLayout &layout;
  uint64_t memoryBase;
  Place place;
};

} // namespace wasmc

#endif
