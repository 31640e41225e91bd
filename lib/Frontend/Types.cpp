// Types in the text format's notation.

#include "Types.h"
#include "llvm/ADT/ArrayRef.h"

using namespace llvm;
using namespace wasmc;

static std::string heapTypeName(int32_t heap) {
  if (heap >= 0)
    return std::to_string(heap);
  switch (AbstractHeapType(heap)) {
  case AbstractHeapType::Func:
    return "func";
  case AbstractHeapType::Extern:
    return "extern";
  case AbstractHeapType::Any:
    return "any";
  case AbstractHeapType::Eq:
    return "eq";
  case AbstractHeapType::I31:
    return "i31";
  case AbstractHeapType::Struct:
    return "struct";
  case AbstractHeapType::Array:
    return "array";
  case AbstractHeapType::Exn:
    return "exn";
  case AbstractHeapType::NoExn:
    return "noexn";
  case AbstractHeapType::NoFunc:
    return "nofunc";
  case AbstractHeapType::NoExtern:
    return "noextern";
  case AbstractHeapType::None:
    return "none";
  }
  return "?";
}

std::string wasmc::toString(ValType type) {
  switch (type.kind) {
  case ValType::Kind::I32:
    return "i32";
  case ValType::Kind::I64:
    return "i64";
  case ValType::Kind::F32:
    return "f32";
  case ValType::Kind::F64:
    return "f64";
  case ValType::Kind::V128:
    return "v128";
  case ValType::Kind::Bottom:
    return "any type";
  case ValType::Kind::Ref:
    break;
  }
  if (type == ValType::funcref())
    return "funcref";
  if (type == ValType::externref())
    return "externref";
  return std::string("(ref ") + (type.nullable ? "null " : "") +
         heapTypeName(type.heap) + ")";
}

static std::string listOf(ArrayRef<ValType> types) {
  std::string result = "(";
  for (size_t i = 0; i < types.size(); ++i)
    result += (i ? ", " : "") + toString(types[i]);
  return result + ")";
}

std::string wasmc::toString(const FuncType &type) {
  return listOf(type.params) + " -> " + listOf(type.results);
}
