// Indices and value types.

#include "TypeParser.h"
#include "Literals.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using namespace wasmc;

// Indices. -------------------------------------------------------------------

bool TypeParser::parseU32(uint32_t &value) {
  const Token &token = peek();
  if (token.kind != TokenKind::Nat)
    return unexpected("a number");
  std::optional<uint64_t> number = parseNat(text.text(token), UINT32_MAX);
  if (!number)
    return fail(token, "i32 constant out of range");
  value = uint32_t(*number);
  advance();
  return true;
}

bool TypeParser::parseLane(uint8_t &value) {
  const Token &token = peek();
  if (token.kind != TokenKind::Nat)
    return unexpected("a lane index");
  std::optional<uint64_t> number = parseNat(text.text(token), UINT8_MAX);
  if (!number)
    return fail(token, "i8 constant out of range");
  value = uint8_t(*number);
  advance();
  return true;
}

bool TypeParser::parseIndex(const StringMap<uint32_t> &ids, const char *noun,
                            uint32_t &index) {
  const Token &token = peek();
  if (token.kind == TokenKind::Nat)
    return parseU32(index);
  if (token.kind != TokenKind::Id)
    return unexpected("an index");
  auto found = ids.find(idName(token));
  if (found == ids.end())
    return fail(token, Twine("unknown ") + noun + " " + text.text(token));
  index = found->second;
  advance();
  return true;
}

bool TypeParser::define(StringMap<uint32_t> &ids, const char *noun,
                        const Token &id, uint32_t index) {
  return ids.try_emplace(idName(id), index).second ||
         fail(id, Twine("duplicate ") + noun + " " + text.text(id));
}

// Value types. ---------------------------------------------------------------

std::optional<AbstractHeapType> wasmc::abstractHeapType(const Token &token) {
  if (token.kind != TokenKind::Keyword)
    return std::nullopt;
  switch (Keyword(token.code)) {
  case Keyword::Any:
    return AbstractHeapType::Any;
  case Keyword::Eq:
    return AbstractHeapType::Eq;
  case Keyword::I31:
    return AbstractHeapType::I31;
  case Keyword::Struct:
    return AbstractHeapType::Struct;
  case Keyword::Array:
    return AbstractHeapType::Array;
  case Keyword::None:
    return AbstractHeapType::None;
  case Keyword::Func:
    return AbstractHeapType::Func;
  case Keyword::Nofunc:
    return AbstractHeapType::NoFunc;
  case Keyword::Extern:
    return AbstractHeapType::Extern;
  case Keyword::Noextern:
    return AbstractHeapType::NoExtern;
  case Keyword::Exn:
    return AbstractHeapType::Exn;
  case Keyword::Noexn:
    return AbstractHeapType::NoExn;
  default:
    return std::nullopt;
  }
}

// The reference types that are one word: nullable ones.
static std::optional<AbstractHeapType> shortRefType(const Token &token) {
  if (token.kind != TokenKind::Keyword)
    return std::nullopt;
  switch (Keyword(token.code)) {
  case Keyword::Anyref:
    return AbstractHeapType::Any;
  case Keyword::Eqref:
    return AbstractHeapType::Eq;
  case Keyword::I31ref:
    return AbstractHeapType::I31;
  case Keyword::Structref:
    return AbstractHeapType::Struct;
  case Keyword::Arrayref:
    return AbstractHeapType::Array;
  case Keyword::Nullref:
    return AbstractHeapType::None;
  case Keyword::Funcref:
    return AbstractHeapType::Func;
  case Keyword::Nullfuncref:
    return AbstractHeapType::NoFunc;
  case Keyword::Externref:
    return AbstractHeapType::Extern;
  case Keyword::Nullexternref:
    return AbstractHeapType::NoExtern;
  case Keyword::Exnref:
    return AbstractHeapType::Exn;
  case Keyword::Nullexnref:
    return AbstractHeapType::NoExn;
  default:
    return std::nullopt;
  }
}

bool TypeParser::parseHeapType(int32_t &heap) {
  const Token &token = peek();
  if (std::optional<AbstractHeapType> type = abstractHeapType(token)) {
    heap = int32_t(*type);
    advance();
    return true;
  }
  if (!atIndex())
    return unexpected("a heap type");
  uint32_t index;
  if (!parseIndex(SpaceKind::Type, index))
    return false;
  if (index > INT32_MAX)
    return fail(token, "unknown type " + Twine(index));
  heap = int32_t(index);
  return true;
}

bool TypeParser::atRefType() const {
  return atOpen(Keyword::Ref) || shortRefType(peek());
}

bool TypeParser::parseRefType(ValType &type) {
  if (std::optional<AbstractHeapType> heap = shortRefType(peek())) {
    type = ValType(/*nullable=*/true, int32_t(*heap));
    advance();
    return true;
  }
  if (!acceptOpen(Keyword::Ref))
    return unexpected("a reference type");
  const bool nullable = accept(Keyword::Null);
  int32_t heap;
  if (!parseHeapType(heap))
    return false;
  type = ValType(nullable, heap);
  return expectClose();
}

bool TypeParser::parseValType(ValType &type) {
  if (accept(Keyword::I32))
    type = ValType::Kind::I32;
  else if (accept(Keyword::I64))
    type = ValType::Kind::I64;
  else if (accept(Keyword::F32))
    type = ValType::Kind::F32;
  else if (accept(Keyword::F64))
    type = ValType::Kind::F64;
  else if (accept(Keyword::V128))
    type = ValType::Kind::V128;
  else
    return atRefType() ? parseRefType(type) : unexpected("a value type");
  return true;
}

// Type uses. -----------------------------------------------------------------

bool TypeParser::parseTypeLists(Keyword list, SmallVectorImpl<ValType> &types,
                                NameList *names, uint32_t firstIndex) {
  while (acceptOpen(list)) {
    if (names && at(TokenKind::Id)) {
      names->push_back({firstIndex + uint32_t(types.size()), &peek()});
      advance();
      if (!parseValType(types.emplace_back()))
        return false;
    } else {
      while (!atClose())
        if (!parseValType(types.emplace_back()))
          return false;
    }
    if (!expectClose())
      return false;
  }
  return true;
}

bool TypeParser::parseSignature(FuncType &type, NameList *names) {
  return parseTypeLists(Keyword::Param, type.params, names) &&
         parseTypeLists(Keyword::Result, type.results, nullptr);
}

bool TypeParser::parseTypeUse(uint32_t &index, FuncType &type,
                              NameList *names) {
  const Token &start = peek();
  if (!acceptOpen(Keyword::Type)) {
    if (!parseSignature(type, names))
      return false;
    index =
        types.findOrAdd(type, encoder.section(SectionId::Type), start.offset);
    return true;
  }
  if (!parseIndex(SpaceKind::Type, index) || !expectClose())
    return false;
  FuncType inlined;
  if (!parseSignature(inlined, names))
    return false;
  if (atOpen(Keyword::Param)) // after a result
    return unexpected();
  const bool isKnown = index < types.size();
  const bool isFunc = isKnown && types[index].isFunc;
  if (!inlined.params.empty() || !inlined.results.empty()) {
    if (!isKnown)
      return fail(start, "unknown type " + Twine(index));
    if (!isFunc || types[index].func != inlined)
      return fail(start, "inline function type");
  }
  // A wrong index is the validator's to refuse.
  if (isFunc)
    type = types[index].func;
  return true;
}

bool TypeParser::parseBlockType(Bytes &bytes) {
  constexpr uint8_t empty = 0x40;
  const uint32_t start = position();
  if (!atOpen(Keyword::Type)) {
    FuncType type;
    if (!parseSignature(type, nullptr))
      return false;
    if (type.params.empty() && type.results.size() <= 1) {
      if (type.results.empty())
        bytes.byte(empty);
      else
        bytes.valType(type.results[0]);
      return true;
    }
    moveTo(start);
  }
  FuncType type;
  uint32_t index;
  if (!parseTypeUse(index, type, nullptr))
    return false;
  bytes.s64(index);
  return true;
}

// Tables, memories, globals. -------------------------------------------------

bool TypeParser::parseIs64() {
  return accept(Keyword::I64) || (accept(Keyword::I32), false);
}

bool TypeParser::parseLimits(Limits &limits) {
  for (uint64_t *bound : {&limits.min, &limits.max}) {
    const Token &token = peek();
    if (token.kind != TokenKind::Nat) {
      if (bound == &limits.max)
        return true;
      return unexpected("a size");
    }
    std::optional<uint64_t> value = parseNat(text.text(token), UINT64_MAX);
    if (!value)
      return fail(token, "i64 constant out of range");
    *bound = *value;
    advance();
  }
  return true;
}

bool TypeParser::parseTableType(TableType &type) {
  type.is64 = parseIs64();
  return parseLimits(type.limits) && parseRefType(type.element);
}

bool TypeParser::parsePageSize(MemoryType &type) {
  if (!acceptOpen(Keyword::Pagesize))
    return true;
  const Token &token = peek();
  uint32_t size;
  if (!parseU32(size))
    return false;
  if (!isPowerOf2_32(size))
    return fail(token, "invalid custom page size");
  type.pageSizeLog2 = uint8_t(Log2_32(size));
  return expectClose();
}

bool TypeParser::parseMemoryType(MemoryType &type) {
  type.is64 = parseIs64();
  if (!parseLimits(type.limits))
    return false;
  type.shared = accept(Keyword::Shared);
  return parsePageSize(type);
}

bool TypeParser::parseGlobalType(GlobalType &type) {
  type.isMutable = acceptOpen(Keyword::Mut);
  return parseValType(type.type) && (!type.isMutable || expectClose());
}
