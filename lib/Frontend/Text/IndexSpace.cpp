// Identifiers live on as the names of the name section, so that traps and dumps
// show them.

#include "IndexSpace.h"

using namespace llvm;
using namespace wasmc;

const char *wasmc::duplicateNoun(SpaceKind kind) {
  static constexpr const char *nouns[numSpaces] = {
      "type", "func", "table", "memory", "global", "tag", "elem", "data"};
  return nouns[unsigned(kind)];
}

const char *wasmc::unknownNoun(SpaceKind kind) {
  static constexpr const char *nouns[numSpaces] = {
      "type",   "function", "table",        "memory",
      "global", "tag",      "elem segment", "data segment"};
  return nouns[unsigned(kind)];
}

uint32_t TypeTable::addPlain(TypeInfo info, const Bytes &bytes) {
  byBytes.try_emplace(bytes.data, uint32_t(types.size()));
  types.push_back(std::move(info));
  return uint32_t(types.size() - 1);
}

uint32_t TypeTable::findOrAdd(const FuncType &type, SectionBytes &section,
                              uint32_t source) {
  Bytes bytes;
  bytes.funcType(type);
  auto found = byBytes.find(bytes.data);
  if (found != byBytes.end())
    return found->second;
  section.item(source);
  section.raw(bytes.data);
  TypeInfo info;
  info.isFunc = true;
  info.func = type;
  return addPlain(std::move(info), bytes);
}

// The name section. ----------------------------------------------------------

static void writeSubsection(Bytes &out, uint8_t id, StringRef contents) {
  out.byte(id);
  out.name(contents);
}

static void writeNameMap(Bytes &out, uint8_t id, const IndexSpace &space) {
  if (space.names.empty())
    return;
  Bytes map;
  map.u64(space.names.size());
  for (const auto &[index, name] : space.names) {
    map.u32(index);
    map.name(name);
  }
  writeSubsection(out, id, map.data);
}

std::string wasmc::encodeNames(const std::optional<std::string> &module,
                               ArrayRef<IndexSpace> spaces, const Bytes &locals,
                               uint32_t numLocalMaps) {
  auto space = [&](SpaceKind kind) -> const IndexSpace & {
    return spaces[unsigned(kind)];
  };
  Bytes out;
  if (module) {
    Bytes name;
    name.name(*module);
    writeSubsection(out, 0, name.data);
  }
  writeNameMap(out, 1, space(SpaceKind::Func));
  if (numLocalMaps) {
    Bytes maps;
    maps.u32(numLocalMaps);
    maps.raw(locals.data);
    writeSubsection(out, 2, maps.data);
  }
  writeNameMap(out, 4, space(SpaceKind::Type));
  writeNameMap(out, 5, space(SpaceKind::Table));
  writeNameMap(out, 6, space(SpaceKind::Memory));
  writeNameMap(out, 7, space(SpaceKind::Global));
  writeNameMap(out, 8, space(SpaceKind::Elem));
  writeNameMap(out, 9, space(SpaceKind::Data));
  writeNameMap(out, 11, space(SpaceKind::Tag));
  return out.data;
}
