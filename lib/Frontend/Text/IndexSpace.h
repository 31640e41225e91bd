// The index spaces of a module (core spec 2.5.1) and the identifiers that stand
// for indices in the text format (6.1.3).

#ifndef WASMC_FRONTEND_TEXT_INDEXSPACE_H
#define WASMC_FRONTEND_TEXT_INDEXSPACE_H

#include "../Types.h"
#include "Encoder.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <optional>
#include <vector>

namespace wasmc {

enum class SpaceKind : uint8_t {
  Type,
  Func,
  Table,
  Memory,
  Global,
  Tag,
  Elem,
  Data
};
constexpr unsigned numSpaces = 8;

// The nouns of the errors "duplicate NOUN" and "unknown NOUN".
const char *duplicateNoun(SpaceKind kind);
const char *unknownNoun(SpaceKind kind);

struct IndexSpace {
  llvm::StringMap<uint32_t> ids;
  std::map<uint32_t, std::string> names; // what the name section says
  uint32_t count = 0;
};

// What the rest of the module needs to know of a type.
struct TypeInfo {
  bool isFunc = false;
  FuncType func;
  llvm::StringMap<uint32_t> fields; // a structure's
};

// The types, also those that stand in no type field (spec 6.4.11).
class TypeTable {
public:
  // Appends a recursive type of one final type without supertypes, with the
  // bytes of its composite type.
  uint32_t addPlain(TypeInfo info, const Bytes &bytes);
  // Appends one of another form.
  void addOther(TypeInfo info) { types.push_back(std::move(info)); }

  // The first type of this form, or a new one, which is written to `section`.
  uint32_t findOrAdd(const FuncType &type, SectionBytes &section,
                     uint32_t source);

  size_t size() const { return types.size(); }
  const TypeInfo &operator[](uint32_t index) const { return types[index]; }

private:
  std::vector<TypeInfo> types;
  llvm::StringMap<uint32_t> byBytes;
};

// Contents of the name section (appendix A.4.1); "" if nothing has a name.
// `locals` is the local name subsection's vector of `numLocalMaps` maps.
std::string encodeNames(const std::optional<std::string> &module,
                        llvm::ArrayRef<IndexSpace> spaces, const Bytes &locals,
                        uint32_t numLocalMaps);

} // namespace wasmc

#endif
