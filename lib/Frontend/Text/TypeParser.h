// Indices and types of a module of the text format (spec 6.4): what
// instructions and fields are made of.

#ifndef WASMC_FRONTEND_TEXT_TYPEPARSER_H
#define WASMC_FRONTEND_TEXT_TYPEPARSER_H

#include "Encoder.h"
#include "IndexSpace.h"
#include "TokenCursor.h"

namespace wasmc {

// The heap type that a word stands for.
std::optional<AbstractHeapType> abstractHeapType(const Token &token);

// The identifiers of parameters or locals: which index has which.
using NameList = std::vector<std::pair<uint32_t, const Token *>>;

class TypeParser : public TokenCursor {
protected:
  using TokenCursor::TokenCursor;

  IndexSpace &space(SpaceKind kind) { return spaces[unsigned(kind)]; }

  // Indices. Each consumes what it reads.
  bool parseU32(uint32_t &value);
  bool parseLane(uint8_t &value);
  // The index that an identifier of `ids` or a number stands for; `noun` is for
  // the error.
  bool parseIndex(const llvm::StringMap<uint32_t> &ids, const char *noun,
                  uint32_t &index);
  bool parseIndex(SpaceKind kind, uint32_t &index) {
    return parseIndex(space(kind).ids, unknownNoun(kind), index);
  }
  bool parseOptionalIndex(SpaceKind kind, uint32_t &index) { // default 0
    index = 0;
    return !atIndex() || parseIndex(kind, index);
  }
  // Adds the identifier of `id` as `index`, unless it is there.
  bool define(llvm::StringMap<uint32_t> &ids, const char *noun, const Token &id,
              uint32_t index);

  // Value types.
  bool parseHeapType(int32_t &heap);
  bool atRefType() const;
  bool parseRefType(ValType &type);
  bool parseValType(ValType &type);
  // All "(list type*)" and "(list $id type)" that follow. Indices in `names`
  // count from `firstIndex`; without `names` there may be no identifiers.
  bool parseTypeLists(Keyword list, llvm::SmallVectorImpl<ValType> &types,
                      NameList *names, uint32_t firstIndex = 0);
  bool parseSignature(FuncType &type, NameList *names);
  // "(type x)? (param ...)* (result ...)*"; adds a type if there is none.
  bool parseTypeUse(uint32_t &index, FuncType &type, NameList *names);
  bool parseBlockType(Bytes &bytes);

  // Types of tables, memories and globals.
  bool parseIs64();
  bool parseLimits(Limits &limits);
  bool parseTableType(TableType &type);
  bool parseMemoryType(MemoryType &type);
  bool parsePageSize(MemoryType &type);
  bool parseGlobalType(GlobalType &type);

  // Defined types (spec 6.4.6 to 6.4.10).
  bool parseTypeField(); // the field "(type ...)" or "(rec ...)"

  IndexSpace spaces[numSpaces];
  TypeTable types;
  ModuleEncoder encoder;

private:
  bool parseTypeDefinition(Bytes &bytes, TypeInfo &info, bool &isPlain);
  bool parseRecursive();
  bool parseSubtype(Bytes &bytes, TypeInfo &info, bool &isPlain);
  bool parseCompositeType(Bytes &bytes, TypeInfo &info);
  bool parseStruct(Bytes &bytes, TypeInfo &info);
  bool parseFieldType(Bytes &bytes);
};

} // namespace wasmc

#endif
