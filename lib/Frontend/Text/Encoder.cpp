// Section sizes are known only when the contents are, so contents are gathered
// first and the marks moved when a buffer goes into another.

#include "Encoder.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace wasmc;

void Bytes::u64(uint64_t value) {
  uint8_t buffer[10];
  data.append(reinterpret_cast<char *>(buffer), encodeULEB128(value, buffer));
}

void Bytes::s64(int64_t value) {
  uint8_t buffer[10];
  data.append(reinterpret_cast<char *>(buffer), encodeSLEB128(value, buffer));
}

void Bytes::fixed(uint64_t value, unsigned bytes) {
  for (; bytes; --bytes, value >>= 8)
    byte(uint8_t(value));
}

void Bytes::opcode(Opcode opcode) {
  const unsigned key = unsigned(opcode);
  if (key <= 0xFF)
    return byte(uint8_t(key));
  byte(uint8_t(0xFA + (key >> 9)));
  u32(key & maxPrefixedCode);
}

// Types. ---------------------------------------------------------------------

void Bytes::valType(ValType type) {
  constexpr uint8_t i32Byte = 0x7F, refNull = 0x63, ref = 0x64;
  if (!type.isRef())
    return byte(uint8_t(i32Byte - unsigned(type.kind)));
  // A nullable abstract type is its heap type's byte alone.
  if (!type.nullable || type.heap >= 0)
    byte(type.nullable ? refNull : ref);
  heapType(type.heap);
}

void Bytes::funcType(const FuncType &type) {
  byte(0x60);
  u64(type.params.size());
  for (ValType param : type.params)
    valType(param);
  u64(type.results.size());
  for (ValType result : type.results)
    valType(result);
}

void Bytes::limits(const Limits &limits, uint8_t flags) {
  byte(flags | limits.hasMax());
  u64(limits.min);
  if (limits.hasMax())
    u64(limits.max);
}

enum : uint8_t { SharedFlag = 2, Is64Flag = 4, PageSizeFlag = 8 };

void Bytes::tableType(const TableType &type) {
  valType(type.element);
  limits(type.limits, type.is64 ? Is64Flag : 0);
}

void Bytes::memoryType(const MemoryType &type) {
  const bool hasPageSize = type.pageSizeLog2 != MemoryType().pageSizeLog2;
  limits(type.limits, (type.shared ? SharedFlag : 0) |
                          (type.is64 ? Is64Flag : 0) |
                          (hasPageSize ? PageSizeFlag : 0));
  if (hasPageSize)
    u32(type.pageSizeLog2);
}

void Bytes::globalType(const GlobalType &type) {
  valType(type.type);
  byte(type.isMutable);
}

// Sections. ------------------------------------------------------------------

void MarkedBytes::append(const MarkedBytes &other) {
  for (Mark mark : other.marks)
    marks.push_back({uint32_t(size()) + mark.offset, mark.source});
  raw(other.data);
}

static constexpr SectionId sectionsInOrder[] = {
#define SECTION(id, Name, text) SectionId::Name,
#include "../Sections.def"
};

const unsigned wasmc::lastSectionOrder = std::size(sectionsInOrder) - 1;

unsigned wasmc::sectionOrder(SectionId id) {
  return unsigned(llvm::find(sectionsInOrder, id) - sectionsInOrder);
}

static void writeCustom(Bytes &out, StringRef name, StringRef contents) {
  Bytes content;
  content.name(name);
  content.raw(contents);
  out.byte(uint8_t(SectionId::Custom));
  out.name(content.data);
}

void ModuleEncoder::writeCustoms(MarkedBytes &out, unsigned order, bool after) {
  for (const CustomBytes &custom : customs[{order, after}])
    writeCustom(out, custom.name, custom.contents);
}

void ModuleEncoder::writeSection(MarkedBytes &out, SectionId id) {
  SectionBytes &section = sections[id];
  // The start and data count sections are no vectors but one number.
  const bool isVector = id != SectionId::Start && id != SectionId::DataCount;
  if (section.count == 0)
    return;
  Bytes count;
  if (isVector)
    count.u32(section.count);
  out.byte(uint8_t(id));
  out.u64(count.size() + section.size());
  out.raw(count.data);
  out.append(section);
  section = SectionBytes(); // the whole need not be in memory twice
}

MarkedBytes ModuleEncoder::finish() {
  MarkedBytes out;
  out.raw(StringRef("\0asm\1\0\0\0", 8));
  for (unsigned order = 0; order <= lastSectionOrder; ++order) {
    writeCustoms(out, order, /*after=*/false);
    if (order != 0)
      writeSection(out, sectionsInOrder[order]);
    if (order != lastSectionOrder)
      writeCustoms(out, order, /*after=*/true);
  }
  if (!names.empty())
    writeCustom(out, "name", names);
  writeCustoms(out, lastSectionOrder, /*after=*/true);
  return out;
}
