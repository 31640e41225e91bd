// Recognises accesses to linear memory in LLVM IR, for the passes that reason
// about them.

#ifndef WASMC_CODEGEN_HEAPACCESS_H
#define WASMC_CODEGEN_HEAPACCESS_H

#include "llvm/IR/Instructions.h"

namespace wasmc {

// The attribute of functions all whose memories have 32-bit addresses, pages of
// 64 KiB and at most WASMC_MAX_PAGES of them, and trap by hardware. Then an
// access of n bytes at zext(index) + offset that did not trap proves
//   index + offset + n <= 2^32 - 65536,
// so that index + 65536 does not wrap.
constexpr llvm::StringLiteral cappedMemoryAttribute = "wasmc-capped-memory";
constexpr int64_t cappedMemoryMargin = 65536; // bytes

// The attribute of functions one of whose memories is shared: what is read
// twice may differ.
constexpr llvm::StringLiteral sharedMemoryAttribute = "wasmc-shared-memory";

// The pointer of a load or store of linear memory, else null.
llvm::Value *heapPointer(const llvm::Instruction &instruction);

// Whether it is a load or store of what an instance has besides its memories.
bool isOfState(const llvm::Instruction &instruction);

// Gives a load or store of linear memory another pointer to the same place, and
// deletes what only computed the old one.
void replaceHeapPointer(llvm::Instruction &instruction, llvm::Value *pointer);

// An address as code for a 32-bit memory computes it:
// base + zext(index) + offset.
struct HeapAddress {
  llvm::Value *base = nullptr;  // null: the constant address of the memory
  llvm::Value *index = nullptr; // i32
  int64_t offset = 0;           // from the memory's start, never negative
};

// `memoryBase` is the address of the memory that has a constant one.
// False if `pointer` has another shape.
bool matchHeapAddress(llvm::Value *pointer, const llvm::DataLayout &layout,
                      uint64_t memoryBase, HeapAddress &address);

} // namespace wasmc

#endif
