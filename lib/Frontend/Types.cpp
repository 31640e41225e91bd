// Subtyping, and types in the text format's notation.

#include "Types.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace wasmc;

// Core spec 3.3.2. Every defined type is a function type.
static bool heapMatches(int32_t heap, int32_t expected) {
  using Heap = AbstractHeapType;
  if (heap == expected || Heap(heap) == Heap::Bottom)
    return true;
  switch (Heap(expected)) {
  case Heap::Func:
    return heap >= 0 || Heap(heap) == Heap::NoFunc;
  case Heap::Extern:
    return Heap(heap) == Heap::NoExtern;
  case Heap::Exn:
    return Heap(heap) == Heap::NoExn;
  default:
    return expected >= 0 && Heap(heap) == Heap::NoFunc;
  }
}

bool wasmc::matches(ValType type, ValType expected) {
  if (type == expected || type.kind == ValType::Kind::Bottom)
    return true;
  return type.isRef() && expected.isRef() &&
         (expected.nullable || !type.nullable) &&
         heapMatches(type.heap, expected.heap);
}

bool wasmc::matches(ArrayRef<ValType> types, ArrayRef<ValType> expected) {
  return types.size() == expected.size() &&
         all_of(zip_equal(types, expected), [](const auto &pair) {
           return matches(std::get<0>(pair), std::get<1>(pair));
         });
}

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
  case AbstractHeapType::Bottom:
    return "bot";
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
  if (type == ValType::exnref())
    return "exnref";
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
