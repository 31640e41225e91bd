// Value types (core spec 5.3) and the errors about features and limits.

#include "Decoder.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace wasmc;

// The feature that an abstract heap type belongs to, by the byte of its 7-bit
// two's complement, which is also that of its nullable reference type.
static std::optional<Feature> featureOfHeapType(uint8_t byte) {
  switch (byte) {
  case 0x70: // func
  case 0x6F: // extern
    return Feature::ReferenceTypes;
  case 0x69: // exn
  case 0x74: // noexn
    return Feature::Exceptions;
  case 0x6A: // array
  case 0x6B: // struct
  case 0x6C: // i31
  case 0x6D: // eq
  case 0x6E: // any
  case 0x71: // none
    return Feature::GC;
  case 0x72: // noextern
  case 0x73: // nofunc
    return Feature::FunctionReferences;
  default:
    return std::nullopt;
  }
}

static int32_t abstractHeap(uint8_t byte) { return int32_t(byte) - 0x80; }

bool Decoder::readRefTypeAfter(uint8_t byte, uint64_t start,
                               StringRef malformed, StringRef what,
                               ValType &type) {
  enum : uint8_t { NullableRef = 0x63, Ref = 0x64 };
  if (byte == NullableRef || byte == Ref) {
    if (!require(Feature::FunctionReferences, start, what) ||
        !readHeapType(type))
      return false;
    type.nullable = byte == NullableRef;
    return true;
  }
  std::optional<Feature> feature = featureOfHeapType(byte);
  if (!feature)
    return errors.malformed(start, malformed);
  type = ValType(/*nullable=*/true, abstractHeap(byte));
  return require(*feature, start, what);
}

bool Decoder::readRefType(ValType &type) {
  const uint64_t start = offset();
  uint8_t byte;
  if (!readByte(byte))
    return false;
  // WebAssembly 1.0 has funcref as the element type of a table.
  type = ValType::funcref();
  return abstractHeap(byte) == type.heap ||
         readRefTypeAfter(byte, start, "malformed reference type",
                          "reference type", type);
}

bool Decoder::readHeapType(ValType &type) {
  const uint64_t start = offset();
  int64_t value;
  if (!readS33(value))
    return false;
  if (value >= 0) {
    if (!require(Feature::FunctionReferences, start, "heap type by index"))
      return false;
    if (uint64_t(value) >= canonicalTypes.size())
      return errors.invalid(start, "unknown type " + Twine(value));
    type = ValType(/*nullable=*/true, int32_t(canonicalTypes[value]));
    return true;
  }
  std::optional<Feature> feature;
  if (value >= -0x40)
    feature = featureOfHeapType(uint8_t(value & 0x7F));
  if (!feature)
    return errors.malformed(start, "malformed heap type");
  type = ValType(/*nullable=*/true, int32_t(value));
  return require(*feature, start, "heap type");
}

bool Decoder::readValType(ValType &type) {
  const uint64_t start = offset();
  uint8_t byte;
  if (!readByte(byte))
    return false;
  switch (byte) {
  case 0x7F:
    type = ValType::Kind::I32;
    return true;
  case 0x7E:
    type = ValType::Kind::I64;
    return true;
  case 0x7D:
    type = ValType::Kind::F32;
    return true;
  case 0x7C:
    type = ValType::Kind::F64;
    return true;
  case 0x7B:
    type = ValType::Kind::V128;
    return require(Feature::SIMD, start, "v128");
  }
  return readRefTypeAfter(byte, start, "malformed value type",
                          "value of a reference type", type);
}

bool Decoder::refuse(Feature feature, uint64_t offset, StringRef what) {
  const FeatureInfo &info = featureInfo(feature);
  if (!info.supported)
    return errors.fail(WasmError::Kind::Unsupported, offset,
                       info.title + " is not supported yet (" + what + ")");
  return errors.invalid(offset, what + " needs --enable-" + info.cliName);
}

bool Decoder::within(uint64_t ImplementationLimits::*limit, uint64_t value,
                     uint64_t offset) {
  const uint64_t max = options.limits.*limit;
  if (value <= max)
    return true;
  const LimitInfo &info = limitInfo(limit);
  return errors.fail(WasmError::Kind::Limit, offset,
                     Twine(value) + " " + info.description +
                         " exceed the limit of " + Twine(max) + " (-flimit-" +
                         info.cliName + ")");
}
