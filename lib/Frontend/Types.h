// WebAssembly's types as the specification names them (core spec 2.3).

#ifndef WASMC_FRONTEND_TYPES_H
#define WASMC_FRONTEND_TYPES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <string>

namespace wasmc {

// A heap type is a typeidx (>= 0) or one of the abstract types (< 0), so that
// it fits the signed 33-bit encoding without translation.
enum class AbstractHeapType : int32_t {
  Func = -0x10,
  Extern = -0x11,
  Any = -0x12,
  Eq = -0x13,
  I31 = -0x14,
  Struct = -0x15,
  Array = -0x16,
  Exn = -0x17,
  NoExn = -0x0c,
  NoFunc = -0x0d,
  NoExtern = -0x0e,
  None = -0x0f,
  // Below all others, without an encoding: the operand of a reference
  // instruction in unreachable code.
  Bottom = INT32_MIN,
};

struct ValType {
  enum class Kind : uint8_t { I32, I64, F32, F64, V128, Ref, Bottom };
  Kind kind = Kind::Bottom;
  bool nullable = false; // Ref only
  uint16_t padding = 0;  // named, so that lists compare as bytes
  // Ref only: an AbstractHeapType, or a typeidx, always of the first of equal
  // types (Module::canonicalTypes), so that equal types compare equal.
  int32_t heap = 0;

  constexpr ValType() = default;
  constexpr ValType(Kind kind) : kind(kind) {}
  constexpr ValType(bool nullable, int32_t heap)
      : kind(Kind::Ref), nullable(nullable), heap(heap) {}
  constexpr ValType(bool nullable, AbstractHeapType heap)
      : ValType(nullable, int32_t(heap)) {}

  static constexpr ValType funcref() {
    return ValType(true, AbstractHeapType::Func);
  }
  static constexpr ValType externref() {
    return ValType(true, AbstractHeapType::Extern);
  }
  static constexpr ValType exnref() {
    return ValType(true, int32_t(AbstractHeapType::Exn));
  }
  constexpr bool isRef() const { return kind == Kind::Ref; }
  constexpr bool hasTypeIndex() const { return isRef() && heap >= 0; }
  // Whether there is a value that locals and tables may start with.
  constexpr bool isDefaultable() const { return !isRef() || nullable; }
  // A reference to an exception, or to none.
  constexpr bool isExnRef() const {
    return isRef() && (heap == int32_t(AbstractHeapType::Exn) ||
                       heap == int32_t(AbstractHeapType::NoExn));
  }
  constexpr bool isNum() const { return kind <= Kind::F64; }
  constexpr bool operator==(const ValType &o) const {
    return kind == o.kind &&
           (kind != Kind::Ref || (nullable == o.nullable && heap == o.heap));
  }
  constexpr bool operator!=(const ValType &o) const { return !(*this == o); }
};

// Whether a value of `type` may stand where `expected` is asked for (core
// spec 3.3.3). Bottom matches everything.
bool matches(ValType type, ValType expected);

// Whether lists of the same length match, one by one.
bool matches(llvm::ArrayRef<ValType> types, llvm::ArrayRef<ValType> expected);

// "i32", "funcref", "(ref null 3)": as in the text format.
std::string toString(ValType type);

struct FuncType {
  llvm::SmallVector<ValType, 4> params;
  llvm::SmallVector<ValType, 1> results;
  bool operator==(const FuncType &o) const {
    return params == o.params && results == o.results;
  }
};

// "(i32, i64) -> (f32)": the form used by error messages and dumps.
std::string toString(const FuncType &type);

// Core spec 2.3.11. `max` is ~0 when absent.
struct Limits {
  uint64_t min = 0;
  uint64_t max = UINT64_MAX;
  bool hasMax() const { return max != UINT64_MAX; }
};

struct MemoryType {
  Limits limits; // in pages
  bool is64 = false;
  bool shared = false;
  uint8_t pageSizeLog2 = 16;
  ValType indexType() const {
    return is64 ? ValType::Kind::I64 : ValType::Kind::I32;
  }
};

struct TableType {
  ValType element;
  Limits limits; // in elements
  bool is64 = false;
  ValType indexType() const {
    return is64 ? ValType::Kind::I64 : ValType::Kind::I32;
  }
};

struct GlobalType {
  ValType type;
  bool isMutable = false;
};

} // namespace wasmc

#endif
