// A list of call sites, each with a chain of actions, each of which names a tag
// in a list that grows downwards.

#include "lsda.h"
#include "dwarf_reader.h"

namespace {

struct Header {
  const uint8_t *types; // the end of the tags
  uint8_t typeEncoding;
  const uint8_t *actions; // after the call sites
};

// Leaves the reader at the first call site.
bool readHeader(DwarfReader &reader, Header *header) {
  constexpr uint8_t uleb128 = 1;
  // Landing pads are relative to the function.
  if (reader.fixed<uint8_t>() != dwarfOmitted)
    return false;
  header->typeEncoding = reader.fixed<uint8_t>();
  if (header->typeEncoding == dwarfOmitted)
    return false; // catches nothing
  uint64_t distance = reader.unsignedLeb();
  DwarfReader types = reader;
  types.skip(distance);
  header->types = types.position();
  if (reader.fixed<uint8_t>() != uleb128)
    return false;
  uint64_t size = reader.unsignedLeb();
  DwarfReader actions = reader;
  actions.skip(size);
  header->actions = actions.position();
  return !types.bad() && !actions.bad();
}

// The call site's pad and action, both 0 if there is none.
struct Site {
  uint64_t pad, action;
};

Site findSite(DwarfReader reader, const Header &header, uint64_t offset) {
  while (!reader.bad() && reader.position() < header.actions) {
    uint64_t start = reader.unsignedLeb();
    uint64_t size = reader.unsignedLeb();
    uint64_t pad = reader.unsignedLeb();
    uint64_t action = reader.unsignedLeb();
    if (offset < start)
      break; // they are sorted
    if (offset - start < size)
      return reader.bad() ? Site{} : Site{pad, action};
  }
  return {};
}

// Whether entry `index`, counted from 1, is `tag` or null, which stands for
// all.
bool isCaught(const LandingTable &function, const Header &header,
              uint64_t index, const void *tag) {
  constexpr uint8_t indirect = 0x80, relative = 0x10;
  const bool isShort = (header.typeEncoding & 7) == 3; // udata4, sdata4
  uint64_t distance = index * (isShort ? 4 : 8);
  if (distance > static_cast<uint64_t>(header.types - function.begin))
    return false;
  DwarfReader reader(header.types - distance, function.begin, function.end);
  DwarfReader plain = reader;
  if (plain.encoded(header.typeEncoding & ~(indirect | relative)) == 0)
    return !plain.bad();
  uint64_t address = reader.encoded(header.typeEncoding & ~indirect);
  if (reader.bad())
    return false;
  if (header.typeEncoding & indirect)
    address = *reinterpret_cast<const uint64_t *>(address);
  return address == reinterpret_cast<uint64_t>(tag);
}

} // namespace

bool findLanding(const LandingTable &function, uint64_t pc, const void *tag,
                 Landing *landing) {
  DwarfReader reader(function.table, function.begin, function.end);
  Header header;
  if (!readHeader(reader, &header))
    return false;
  Site site = findSite(reader, header, pc - function.functionStart);
  if (site.pad == 0 || site.action == 0)
    return false;
  reader = DwarfReader(header.actions, function.begin, function.end);
  reader.skip(site.action - 1);
  while (true) {
    int64_t filter = reader.signedLeb();
    DwarfReader next = reader; // the distance counts from itself
    int64_t distance = next.signedLeb();
    if (next.bad())
      return false;
    if (filter > 0 && isCaught(function, header, filter, tag)) {
      *landing = {function.functionStart + site.pad,
                  static_cast<uint64_t>(filter)};
      return true;
    }
    if (distance == 0)
      return false;
    reader =
        DwarfReader(reader.position() + distance, function.begin, function.end);
  }
}
