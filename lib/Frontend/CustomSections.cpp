// The name section (core spec appendix A.4.1): subsections of names for the
// module and for each index space.

#include "CustomSections.h"
#include "ByteReader.h"

using namespace llvm;
using namespace wasmc;

enum NameSubsection : uint8_t {
  ModuleName = 0,
  FunctionNames = 1,
  TableNames = 5,
  MemoryNames = 6,
  GlobalNames = 7,
  TagNames = 11,
};

// Reads pairs of index and name into `items`, until the first error.
template <class Items> static bool readNameMap(ByteReader &in, Items &items) {
  uint32_t count;
  if (!in.readU32(count))
    return false;
  while (count--) {
    uint32_t index;
    StringRef name;
    if (!in.readU32(index) || !in.readName(name))
      return false;
    if (index < items.size())
      items[index].name = name;
  }
  return true;
}

static bool readSubsection(uint8_t id, ByteReader &in, Module &module) {
  switch (id) {
  case ModuleName:
    return in.readName(module.name);
  case FunctionNames:
    return readNameMap(in, module.functions);
  case TableNames:
    return readNameMap(in, module.tables);
  case MemoryNames:
    return readNameMap(in, module.memories);
  case GlobalNames:
    return readNameMap(in, module.globals);
  case TagNames:
    return readNameMap(in, module.tags);
  default:
    return true; // locals, labels, types, ...: not used
  }
}

void wasmc::readNames(Module &module) {
  ErrorSlot ignored;
  for (const CustomSection &section : module.customs) {
    if (section.name != "name")
      continue;
    ByteReader in(section.bytes, section.offset, ignored);
    while (!in.atEnd()) {
      uint8_t id;
      uint32_t size;
      ArrayRef<uint8_t> bytes;
      const uint64_t start = in.offset();
      if (!in.readByte(id) || !in.readU32(size) || !in.readBytes(size, bytes))
        return;
      ByteReader content(bytes, start, ignored);
      if (!readSubsection(id, content, module))
        return;
    }
    return; // a second name section has no meaning
  }
}
