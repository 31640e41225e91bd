// Values of a script; the header says more.

#include "Match.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace wasmc {

using Kind = ScriptValue::Kind;
using Nan = ScriptValue::Nan;

static uint64_t lowBits(uint64_t value, unsigned bits) {
  return bits == 64 ? value : value & ((uint64_t(1) << bits) - 1);
}

// Lane i of a vector.
static uint64_t laneOf(const WasmcSlot &slot, unsigned bits, unsigned i) {
  unsigned at = i * bits;
  uint64_t half = at < 64 ? slot.low : slot.high;
  return lowBits(half >> at % 64, bits);
}

static unsigned bitsOf(Kind kind) {
  return kind == Kind::I32 || kind == Kind::F32 ? 32 : 64;
}

WasmcSlot slotOf(const ScriptValue &value) {
  if (value.kind == Kind::RefExtern || value.kind == Kind::RefHost)
    return {value.bits + 1, 0};
  if (value.kind != Kind::V128)
    return {value.bits, 0};
  WasmcSlot slot = {0, 0};
  for (unsigned i = 0; i < 128 / value.laneBits; ++i) {
    unsigned at = i * value.laneBits;
    (at < 64 ? slot.low : slot.high) |= lowBits(value.lanes[i], value.laneBits)
                                        << at % 64;
  }
  return slot;
}

static bool isHeap(ValType type,
                   std::initializer_list<AbstractHeapType> heaps) {
  return type.isRef() && llvm::any_of(heaps, [&](AbstractHeapType heap) {
           return type.heap == int32_t(heap);
         });
}

static bool isFuncRef(ValType type) {
  using Heap = AbstractHeapType;
  return type.isRef() &&
         (type.heap >= 0 || isHeap(type, {Heap::Func, Heap::NoFunc}));
}

bool fitsType(const ScriptValue &value, ValType type) {
  using Heap = AbstractHeapType;
  switch (value.kind) {
  case Kind::I32:
    return type.kind == ValType::Kind::I32;
  case Kind::I64:
    return type.kind == ValType::Kind::I64;
  case Kind::F32:
    return type.kind == ValType::Kind::F32;
  case Kind::F64:
    return type.kind == ValType::Kind::F64;
  case Kind::V128:
    return type.kind == ValType::Kind::V128;
  case Kind::RefNull:
    return type.isRef() && type.nullable;
  case Kind::RefExtern:
    return isHeap(type, {Heap::Extern});
  case Kind::RefHost:
    return isHeap(type, {Heap::Any});
  default:
    return false;
  }
}

static bool matchesFloat(uint64_t expected, Nan nan, unsigned bits,
                         uint64_t got) {
  unsigned fraction = bits == 32 ? 23 : 52;
  uint64_t quiet = lowBits(~uint64_t(0), bits - 1) >> (fraction - 1)
                                                          << (fraction - 1);
  switch (nan) {
  case Nan::None:
    return got == lowBits(expected, bits);
  case Nan::Canonical:
    return lowBits(got, bits - 1) == quiet;
  case Nan::Arithmetic:
    return (got & quiet) == quiet;
  }
  llvm_unreachable("all kinds are listed");
}

static bool matchesVector(const ScriptValue &expected, const WasmcSlot &got) {
  for (unsigned i = 0; i < 128 / expected.laneBits; ++i)
    if (!matchesFloat(expected.lanes[i], expected.nans[i], expected.laneBits,
                      laneOf(got, expected.laneBits, i)))
      return false;
  return true;
}

bool matches(const ScriptValue &expected, ValType type, const WasmcSlot &got) {
  using Heap = AbstractHeapType;
  unsigned bits = bitsOf(expected.kind);
  switch (expected.kind) {
  case Kind::I32:
  case Kind::I64:
  case Kind::F32:
  case Kind::F64:
    return fitsType(expected, type) &&
           matchesFloat(expected.bits, expected.nan, bits,
                        lowBits(got.low, bits));
  case Kind::V128:
    return fitsType(expected, type) && matchesVector(expected, got);
  case Kind::RefNull:
    return type.isRef() && got.low == 0;
  case Kind::RefExtern:
  case Kind::RefHost:
    return fitsType(expected, type) && got.low != 0 &&
           (!expected.hasBits || got.low == slotOf(expected).low);
  case Kind::RefFunc:
    return isFuncRef(type) && got.low != 0;
  case Kind::RefExn:
    return isHeap(type, {Heap::Exn}) && got.low != 0;
  case Kind::Either:
    return llvm::any_of(expected.alternatives, [&](const ScriptValue &one) {
      return matches(one, type, got);
    });
  case Kind::RefAny:
  case Kind::RefEq:
  case Kind::RefI31:
  case Kind::RefStruct:
  case Kind::RefArray:
    return false; // of garbage collection, which is not compiled yet
  }
  llvm_unreachable("all kinds are listed");
}

static std::string floatText(uint64_t bits, Nan nan, unsigned width) {
  if (nan != Nan::None)
    return nan == Nan::Canonical ? "nan:canonical" : "nan:arithmetic";
  APFloat value(width == 32 ? APFloat::IEEEsingle() : APFloat::IEEEdouble(),
                APInt(width, lowBits(bits, width)));
  std::string sign = value.isNegative() ? "-" : "";
  if (value.isNaN())
    return sign + "nan:0x" +
           utohexstr(lowBits(bits, width == 32 ? 23 : 52), /*LowerCase=*/true);
  if (value.isInfinity())
    return sign + "inf";
  char text[64];
  unsigned size = value.convertToHexString(text, 0, /*upperCase=*/false,
                                           APFloat::rmNearestTiesToEven);
  return std::string(text, size);
}

static std::string integerText(uint64_t bits, unsigned width) {
  return itostr(SignExtend64(lowBits(bits, width), width));
}

static std::string numberText(uint64_t bits, Nan nan, unsigned width,
                              bool isFloat) {
  return isFloat ? floatText(bits, nan, width) : integerText(bits, width);
}

static std::string vectorText(const ScriptValue &value) {
  unsigned lanes = 128 / value.laneBits;
  std::string text = "(v128.const ";
  text += value.floatLanes ? 'f' : 'i';
  text += utostr(value.laneBits) + "x" + utostr(lanes);
  for (unsigned i = 0; i < lanes; ++i)
    text += " " + numberText(value.lanes[i], value.nans[i], value.laneBits,
                             value.floatLanes);
  return text + ")";
}

static std::string referenceText(StringRef name, const ScriptValue &value) {
  return ("(ref." + name + (value.hasBits ? " " + utostr(value.bits) : "") +
          ")")
      .str();
}

std::string toString(const ScriptValue &value) {
  unsigned bits = bitsOf(value.kind);
  switch (value.kind) {
  case Kind::I32:
  case Kind::I64:
    return "(i" + utostr(bits) + ".const " + integerText(value.bits, bits) +
           ")";
  case Kind::F32:
  case Kind::F64:
    return "(f" + utostr(bits) + ".const " +
           floatText(value.bits, value.nan, bits) + ")";
  case Kind::V128:
    return vectorText(value);
  case Kind::RefNull:
    return "(ref.null)";
  case Kind::RefExtern:
    return referenceText("extern", value);
  case Kind::RefHost:
    return referenceText("host", value);
  case Kind::RefFunc:
    return "(ref.func)";
  case Kind::RefAny:
    return "(ref.any)";
  case Kind::RefEq:
    return "(ref.eq)";
  case Kind::RefI31:
    return "(ref.i31)";
  case Kind::RefStruct:
    return "(ref.struct)";
  case Kind::RefArray:
    return "(ref.array)";
  case Kind::RefExn:
    return "(ref.exn)";
  case Kind::Either: {
    std::string text = "(either";
    for (const ScriptValue &one : value.alternatives)
      text += " " + toString(one);
    return text + ")";
  }
  }
  llvm_unreachable("all kinds are listed");
}

// The reference as a script's constant.
static ScriptValue referenceValue(ValType type, const WasmcSlot &got) {
  using Heap = AbstractHeapType;
  ScriptValue value;
  if (got.low == 0)
    value.kind = Kind::RefNull;
  else if (isFuncRef(type))
    value.kind = Kind::RefFunc;
  else if (isHeap(type, {Heap::Exn, Heap::NoExn}))
    value.kind = Kind::RefExn;
  else {
    value.kind = isHeap(type, {Heap::Extern}) ? Kind::RefExtern : Kind::RefHost;
    value.bits = got.low - 1;
    value.hasBits = true;
  }
  return value;
}

std::string toString(ValType type, const WasmcSlot &got,
                     const ScriptValue &like) {
  ScriptValue value;
  value.bits = got.low;
  switch (type.kind) {
  case ValType::Kind::I32:
    value.kind = Kind::I32;
    break;
  case ValType::Kind::I64:
    value.kind = Kind::I64;
    break;
  case ValType::Kind::F32:
    value.kind = Kind::F32;
    break;
  case ValType::Kind::F64:
    value.kind = Kind::F64;
    break;
  case ValType::Kind::V128: {
    const ScriptValue &shape =
        like.kind == Kind::Either && !like.alternatives.empty()
            ? like.alternatives.front()
            : like;
    value.kind = Kind::V128;
    value.laneBits = shape.laneBits ? shape.laneBits : 32;
    value.floatLanes = shape.floatLanes;
    for (unsigned i = 0; i < 128 / value.laneBits; ++i)
      value.lanes[i] = laneOf(got, value.laneBits, i);
    break;
  }
  case ValType::Kind::Ref:
    value = referenceValue(type, got);
    break;
  case ValType::Kind::Bottom:
    break;
  }
  return toString(value);
}

} // namespace wasmc
