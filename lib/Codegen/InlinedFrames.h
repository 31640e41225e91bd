// What backtraces need to know of functions whose code stands in others.
//
// Inlining leaves debug locations at the calls of an inlined body. Accesses to
// memory get the same as an alias scope (which no access is told to be outside
// of, so it says nothing to LLVM): instruction selection folds a load into an
// instruction of another location, but keeps each access's scopes. While code
// is written out, both become the table that WasmcInlined (wasmc_abi.h)
// describes.
//
// What LLVM makes one access of, two of different bodies, is shown as one of
// the two; a call it never merges.

#ifndef WASMC_CODEGEN_INLINEDFRAMES_H
#define WASMC_CODEGEN_INLINEDFRAMES_H

#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/Module.h"

namespace llvm {
class AsmPrinter;
}

namespace wasmc {

// Of metadata that lists the WasmcFuncNames of a module.
constexpr llvm::StringLiteral functionNamesMetadata = "wasmc.names";

// Says of instructions what function they come from, in one module.
class FrameMarker {
public:
  explicit FrameMarker(llvm::Module &module) : module(module) {}
  // Before the function, or something in it, is inlined.
  void prepare(llvm::Function &function);
  // When nothing more is inlined into the function.
  void finish(llvm::Function &function);
  // When nothing more is inlined: if anything was, the module's names refer to
  // the table.
  void finish();

private:
  llvm::Module &module;
  std::unique_ptr<llvm::DIBuilder> builder;
  llvm::DIFile *file = nullptr;
  bool isUsed = false;
};

// Makes the printer write the table, if the module refers to one.
void addInlinedFrames(llvm::AsmPrinter &printer);
// For output that is no machine code: the table is empty.
void defineNoInlinedFrames(llvm::Module &module);

} // namespace wasmc

#endif
