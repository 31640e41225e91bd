// Builds the LLVM module of one partition. Functions, globals, tables and
// runtime functions of other partitions are declared when first used.

#ifndef WASMC_CODEGEN_MODULEEMITTER_H
#define WASMC_CODEGEN_MODULEEMITTER_H

#include "ModulePlan.h"
#include "RuntimeABI.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"
#include <memory>

namespace wasmc {

class FunctionEmitter;

class ModuleEmitter {
public:
  // `name` identifies the partition in dumps.
  ModuleEmitter(const ModulePlan &plan, const ReaderOptions &reader,
                llvm::TargetMachine &machine, llvm::LLVMContext &context,
                llvm::StringRef name);

  // Emits the functions and, for backtraces, their names as `namesSymbol`.
  llvm::Error emitFunctions(llvm::ArrayRef<uint32_t> functions,
                            const std::string &namesSymbol);
  // Emits everything a program has once: globals, tables, segments, the
  // module descriptor, the policy and wasmc_main (ModuleMain.cpp).
  void emitMain(llvm::ArrayRef<std::string> namesSymbols);

  std::unique_ptr<llvm::Module> take() { return std::move(llvmModule); }

  // --- for the function emitter ---
  llvm::LLVMContext &context() { return llvmModule->getContext(); }
  // Whether -mcpu= and -mattr= have all of these, as in "+ssse3".
  bool hasCpuFeatures(llvm::StringRef features) const;
  llvm::Type *llvmType(ValType type);
  llvm::FunctionType *llvmType(const FuncType &type);
  // Of compiled functions, and of every call through a reference: tailcc in a
  // module with tail calls, else fastcc.
  llvm::CallingConv::ID callingConvention() const {
    return wasm.facts.usesTailCalls ? llvm::CallingConv::Tail
                                    : llvm::CallingConv::Fast;
  }
  // A tail call can reuse its caller's frame only if it passes nothing on the
  // stack that the caller did not. In a module with tail calls, what does not
  // fit registers on every target goes through slots of the spill area, which
  // the callee (parameters) or the caller (results) reads at once.
  bool isSpilledParam(const FuncType &type, size_t index) const;
  size_t countDirectResults(const FuncType &type) const;
  llvm::Constant *spillSlot(size_t index);
  // The function itself: fastcc, or the C convention for an import.
  llvm::Function *function(uint32_t funcidx);
  // What a reference to the function may call: never the C convention.
  llvm::Function *indirectTarget(uint32_t funcidx);
  llvm::GlobalVariable *global(uint32_t globalidx);
  // A WasmcTable, or an array of WasmcFunc for a constant table.
  llvm::GlobalVariable *table(uint32_t tableidx);
  llvm::GlobalVariable *funcRef(uint32_t funcidx);
  llvm::GlobalVariable *memory(uint32_t memidx); // WasmcMemory
  llvm::GlobalVariable *dataSegment(uint32_t dataidx);
  llvm::GlobalVariable *elemSegment(uint32_t elemidx);
  llvm::GlobalVariable *segmentSize(const std::string &segmentSymbol);
  llvm::FunctionCallee runtime(RuntimeFunction function) {
    return declareRuntimeFunction(*llvmModule, function);
  }
  llvm::Constant *constant(const ConstValue &value);
  // Creates a function with the attributes all generated code has.
  llvm::Function *createFunction(llvm::FunctionType *type,
                                 const llvm::Twine &symbol);

  const ModulePlan &plan;
  const Module &wasm;
  // Type based alias analysis knows two things: linear memory, and the state
  // of the instance (globals, tables, sizes). No store to one changes the
  // other.
  llvm::MDNode *heapTag;
  llvm::MDNode *stateTag;

private:
  llvm::GlobalVariable *declareData(const llvm::Twine &symbol, llvm::Type *type,
                                    bool isConstant);
  void emitFunctionNames(llvm::ArrayRef<uint32_t> functions,
                         const std::string &symbol);

  // ModuleMain.cpp
  llvm::GlobalVariable *defineData(const llvm::Twine &symbol,
                                   llvm::Constant *init, bool isConstant);
  llvm::Constant *bytes(llvm::ArrayRef<uint8_t> data);
  llvm::Constant *structure(llvm::ArrayRef<llvm::Constant *> fields);
  void emitGlobals();
  void emitTables();
  void emitConstantTable(uint32_t tableidx);
  void emitMutableTable(uint32_t tableidx);
  void emitDataSegments();
  void emitElemSegments();
  void emitFuncRefs();
  void emitImportThunks();
  llvm::Constant *memoryTypes();
  llvm::Constant *policyBlob();
  void emitDescriptor(llvm::ArrayRef<std::string> namesSymbols);
  void fillTables(FunctionEmitter &emitter);
  void emitEntry();

  const ReaderOptions &reader;
  llvm::TargetMachine &machine;
  std::unique_ptr<llvm::Module> llvmModule;
};

} // namespace wasmc

#endif
