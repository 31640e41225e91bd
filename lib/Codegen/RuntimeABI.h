// The compiler's side of runtime-lib/abi: the same tables, as LLVM types.

#ifndef WASMC_CODEGEN_RUNTIMEABI_H
#define WASMC_CODEGEN_RUNTIMEABI_H

#include "llvm/IR/DerivedTypes.h"
#include "llvm/IR/Module.h"

namespace wasmc {

enum class RuntimeFunction {
#define RUNTIME_FUNCTION(symbol, result, parameters) symbol,
#include "abi/RuntimeFunctions.def"
};

enum class Trap : uint8_t {
#define TRAP(Name, number, text) Name = number,
#include "abi/Traps.def"
};

enum class MemoryField : unsigned {
#define INSTANCE_FIELD(type, name) name,
#include "abi/InstanceLayout.def"
};

// The fields of WasmcTable, in order.
enum class TableField : unsigned { elems, size, max, capacity, reserved };
// The fields of WasmcInstance.
enum class InstanceField : unsigned {
  memory,
  user,
  callerMemory,
  descriptors,
  module,
  state
};
// The fields of WasmcFunc.
enum class FuncField : unsigned { code, type, index };

// WasmcFunc::type of a null element in a constant table.
constexpr uint32_t nullFuncType = ~0u;

llvm::FunctionCallee declareRuntimeFunction(llvm::Module &module,
                                            RuntimeFunction function);
llvm::StructType *memoryStructType(llvm::LLVMContext &context);
llvm::StructType *tableStructType(llvm::LLVMContext &context);
llvm::StructType *instanceStructType(llvm::LLVMContext &context);
llvm::StructType *funcStructType(llvm::LLVMContext &context);
llvm::StructType *namesStructType(llvm::LLVMContext &context);

} // namespace wasmc

#endif
