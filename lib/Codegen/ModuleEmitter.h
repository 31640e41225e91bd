// Builds the LLVM module of one partition, or adds to it. Functions, globals,
// tables and runtime functions of other partitions are declared when first
// used.

#ifndef WASMC_CODEGEN_MODULEEMITTER_H
#define WASMC_CODEGEN_MODULEEMITTER_H

#include "ProgramPlan.h"
#include "RuntimeABI.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"
#include <memory>

namespace wasmc {

class FunctionEmitter;
struct LibraryExport;
struct LibraryInterface;

struct WasiFunction;

class ModuleEmitter {
public:
  // Adds to `llvmModule`, which createModule() made.
  ModuleEmitter(const ModulePlan &plan, const ReaderOptions &reader,
                llvm::TargetMachine &machine, llvm::Module &llvmModule);

  // An empty module for the target; `name` identifies it in dumps.
  static std::unique_ptr<llvm::Module>
  createModule(const CodegenOptions &options, llvm::TargetMachine &machine,
               llvm::LLVMContext &context, llvm::StringRef name);

  // Emits the functions of one of the plan's partitions and, for backtraces,
  // their names.
  llvm::Error emitFunctions(size_t partition);
  // Emits what a module has once: globals, tables, segments and the function
  // that instantiates it (ModuleMain.cpp).
  void emitInstance();
  // Emits what a program has once: the descriptor, the policy and wasmc_main
  // (ProgramMain.cpp).
  void emitProgram(const Policy &policy);

  // --- for the function emitter ---
  llvm::LLVMContext &context() { return llvmModule.getContext(); }
  // Whether -mcpu= and -mattr= have all of these, as in "+ssse3".
  bool hasCpuFeatures(llvm::StringRef features) const;
  llvm::Type *llvmType(ValType type);
  llvm::FunctionType *llvmType(const FuncType &type);
  // Whether guest functions have the instance as their first parameter.
  bool passesInstance() const { return plan.options.manyInstances; }
  // As a function in C has it: nothing goes through the spill area.
  llvm::FunctionType *hostType(const FuncType &type);
  // Of compiled functions, and of every call through a reference: tailcc in a
  // program with tail calls, else fastcc.
  llvm::CallingConv::ID callingConvention() const {
    return plan.program.usesTailCalls ? llvm::CallingConv::Tail
                                      : llvm::CallingConv::Fast;
  }
  // A tail call can reuse its caller's frame only if it passes nothing on the
  // stack that the caller did not. In a program with tail calls, what does not
  // fit registers on every target goes through slots of the spill area, which
  // the callee (parameters) or the caller (results) reads at once.
  bool isSpilledParam(const FuncType &type, size_t index) const;
  size_t countDirectResults(const FuncType &type) const;
  llvm::Constant *spillSlot(size_t index);
  // The function itself; one of the runtime's has the C convention.
  llvm::Function *function(uint32_t funcidx);
  // What a reference to the function may call: never the C convention.
  llvm::Function *indirectTarget(const Definition &function);
  llvm::GlobalVariable *global(uint32_t globalidx);
  // A WasmcTable, or an array of WasmcFunc for a constant table.
  llvm::GlobalVariable *table(uint32_t tableidx);
  llvm::GlobalVariable *funcRef(uint32_t funcidx) {
    return funcRef(plan.functions[funcidx]);
  }
  llvm::GlobalVariable *funcRef(const Definition &function);
  llvm::GlobalVariable *tag(uint32_t tagidx); // WasmcTag
  // A WasmcException with the tag's payload, which starts at field
  // firstPayloadField.
  llvm::StructType *exceptionType(uint32_t tagidx);
  static constexpr unsigned firstPayloadField = 2;
  // Marks functions that catch; it never runs, for the runtime's own unwinder
  // does its work.
  llvm::Function *personality();
  // Whether a call may end by an exception. A function of the runtime does not.
  bool mayThrow(llvm::FunctionCallee callee) const;
  llvm::GlobalVariable *memory(uint32_t memidx); // WasmcMemory
  llvm::GlobalVariable *callerMemory(); // the runtime's wasmc_caller_memory
  llvm::GlobalVariable *dataSegment(uint32_t dataidx);
  llvm::GlobalVariable *elemSegment(uint32_t elemidx);
  llvm::GlobalVariable *segmentSize(const std::string &segmentSymbol);
  llvm::FunctionCallee runtime(RuntimeFunction function) {
    return declareRuntimeFunction(llvmModule, function);
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
  // What each thread of the guest has its own of.
  llvm::GlobalVariable *declareState(const llvm::Twine &symbol,
                                     llvm::Type *type);
  llvm::GlobalVariable *declareData(const llvm::Twine &symbol, llvm::Type *type,
                                    bool isConstant);
  struct NamedCode {
    uint32_t funcidx; // whose name it has
    llvm::Function *function;
  };
  void emitFunctionNames(llvm::ArrayRef<NamedCode> code,
                         const std::string &symbol);
  llvm::Function *declareFunction(const Definition &definition);
  // One of the guest's.
  llvm::Function *createFunction(const FuncType &type,
                                 const llvm::Twine &symbol);

  // EmitTrace.cpp
  void emitTraceThunks();
  void emitTraceThunk(const WasiFunction &function);

  // ModuleMain.cpp
  llvm::GlobalVariable *defineData(const llvm::Twine &symbol,
                                   llvm::Constant *init, bool isConstant);
  llvm::Constant *bytes(llvm::ArrayRef<uint8_t> data);
  llvm::Constant *structure(llvm::ArrayRef<llvm::Constant *> fields);
  void emitGlobals();
  void emitTags();
  void emitTables();
  void emitConstantTable(uint32_t tableidx);
  void emitMutableTable(uint32_t tableidx);
  void emitDataSegments();
  void emitElemSegments();
  void emitFuncRefs();
  void emitImportThunks();
  void emitMemories();
  void emitInstantiate();
  void placeTables(FunctionEmitter &emitter);
  void fillTables(FunctionEmitter &emitter);
  // The record that WasmcFunc describes.
  llvm::Constant *funcRecord(const Definition &function);

  // ScriptProgram.cpp
  void emitScriptFunctions(const ScriptProgram &script);
  llvm::Constant *scriptFunctions(const ScriptProgram &script);
  void emitScript(const ScriptProgram &script);

  // HostCalls.cpp
  llvm::Function *createHostVisible(llvm::FunctionType *type,
                                    const llvm::Twine &symbol);
  llvm::GlobalVariable *instance(); // WasmcInstance
  void forwardToRuntime(const llvm::Twine &symbol, RuntimeFunction function);
  void emitLibraryFunction(const LibraryInterface &interface,
                           const LibraryExport &exported);
  llvm::Function *createAccessor(llvm::FunctionType *type,
                                 const llvm::Twine &symbol);
  void emitGetter(const llvm::Twine &symbol, llvm::Type *type,
                  llvm::Constant *place);
  void emitLibraryGlobal(const LibraryInterface &interface,
                         const LibraryExport &exported);
  void emitHostInstance(const LibraryInterface &interface);
  void emitLibrary(const LibraryInterface &interface);
  void emitHostThunk(uint32_t funcidx, llvm::StringRef symbol);
  void emitHostThunks();
  void emitReset();
  void emitRelease();
  llvm::Constant *placeOfMemory(const std::string &symbol);

  // ProgramMain.cpp
  llvm::Constant *memoryTypes();
  llvm::Constant *functionNames();
  llvm::GlobalVariable *declareMemory(const std::string &symbol);
  void emitExceptionRoots();
  void emitDescriptor(const Policy &policy);
  llvm::Function *createEntry(llvm::ArrayRef<llvm::Type *> params,
                              const llvm::Twine &symbol);
  void callOnAll(llvm::IRBuilder<> &builder,
                 llvm::function_ref<std::string(const ModulePlan &)> symbolOf);
  void setUpInstance(llvm::IRBuilder<> &builder);
  void instantiateAll(llvm::IRBuilder<> &builder);
  llvm::Constant *releaseAll();
  void emitEntry();
  void emitThreadEntry();

  const ReaderOptions &reader;
  llvm::TargetMachine &machine;
  llvm::Module &llvmModule;
};

} // namespace wasmc

#endif
