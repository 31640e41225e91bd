// The compiler's side of runtime-lib/abi: the same tables, as LLVM types.

#include "RuntimeABI.h"
#include "llvm/ADT/StringRef.h"
#include <initializer_list>

using namespace llvm;

namespace wasmc {

namespace {
enum class AbiType { Void, I32, I64, Ptr };
struct AbiFunction {
  StringRef symbol;
  AbiType result;
  std::initializer_list<AbiType> params;
};
} // namespace

static Type *llvmType(LLVMContext &context, AbiType type) {
  switch (type) {
  case AbiType::Void:
    return Type::getVoidTy(context);
  case AbiType::I32:
    return Type::getInt32Ty(context);
  case AbiType::I64:
    return Type::getInt64Ty(context);
  case AbiType::Ptr:
    return PointerType::get(context, 0);
  }
  llvm_unreachable("all types are listed");
}

FunctionCallee declareRuntimeFunction(Module &module, RuntimeFunction which) {
  constexpr auto Void [[maybe_unused]] = AbiType::Void;
  constexpr auto I32 [[maybe_unused]] = AbiType::I32;
  constexpr auto I64 [[maybe_unused]] = AbiType::I64;
  constexpr auto Ptr [[maybe_unused]] = AbiType::Ptr;
#define PARAMETERS(...) {__VA_ARGS__}
  static const AbiFunction functions[] = {
#define RUNTIME_FUNCTION(symbol, result, parameters)                           \
  {#symbol, result, PARAMETERS parameters},
#include "abi/RuntimeFunctions.def"
  };
#undef PARAMETERS
  const AbiFunction &function = functions[size_t(which)];
  LLVMContext &context = module.getContext();
  SmallVector<Type *, 4> params;
  for (AbiType param : function.params)
    params.push_back(llvmType(context, param));
  auto *type =
      FunctionType::get(llvmType(context, function.result), params, false);
  FunctionCallee callee = module.getOrInsertFunction(function.symbol, type);
  auto *declaration = cast<Function>(callee.getCallee());
  declaration->setDSOLocal(true);
  bool throws = which == RuntimeFunction::wasmc_throw ||
                which == RuntimeFunction::wasmc_throw_kept;
  if (!throws)
    declaration->setDoesNotThrow();
  if (throws || which == RuntimeFunction::wasmc_trap)
    declaration->setDoesNotReturn();
  return callee;
}

StructType *memoryStructType(LLVMContext &context) {
  if (StructType *type = StructType::getTypeByName(context, "WasmcMemory"))
    return type;
  SmallVector<Type *, 4> fields;
#define INSTANCE_FIELD(type, name)                                             \
  fields.push_back(StringRef(#type).ends_with("*")                             \
                       ? cast<Type>(PointerType::get(context, 0))              \
                       : Type::getInt64Ty(context));
#include "abi/InstanceLayout.def"
  return StructType::create(context, fields, "WasmcMemory");
}

StructType *tableStructType(LLVMContext &context) {
  if (StructType *type = StructType::getTypeByName(context, "WasmcTable"))
    return type;
  Type *i32 = Type::getInt32Ty(context);
  return StructType::create(context,
                            {PointerType::get(context, 0), i32, i32, i32, i32},
                            "WasmcTable");
}

StructType *instanceStructType(LLVMContext &context) {
  Type *pointer = PointerType::get(context, 0);
  return StructType::get(pointer, pointer, pointer, pointer, pointer,
                         Type::getInt64Ty(context));
}

StructType *funcStructType(LLVMContext &context) {
  if (StructType *type = StructType::getTypeByName(context, "WasmcFunc"))
    return type;
  Type *i32 = Type::getInt32Ty(context);
  return StructType::create(context, {PointerType::get(context, 0), i32, i32},
                            "WasmcFunc");
}

StructType *namesStructType(LLVMContext &context) {
  Type *pointer = PointerType::get(context, 0);
  return StructType::get(pointer, Type::getInt64Ty(context), pointer, pointer);
}

} // namespace wasmc
