// The binary format, written (core spec chapter 5): bytes, and for each place
// that an error could name the byte of the source that it came from.

#ifndef WASMC_FRONTEND_TEXT_ENCODER_H
#define WASMC_FRONTEND_TEXT_ENCODER_H

#include "../Opcode.h"
#include "../Types.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace wasmc {

class Bytes {
public:
  void byte(uint8_t value) { data += char(value); }
  void u32(uint32_t value) { u64(value); }
  void u64(uint64_t value);                   // unsigned LEB128
  void s64(int64_t value);                    // signed LEB128
  void fixed(uint64_t value, unsigned bytes); // little-endian
  void raw(llvm::StringRef bytes) { data += bytes; }
  void name(llvm::StringRef name) { // a vector of bytes
    u64(name.size());
    raw(name);
  }
  void opcode(Opcode opcode);
  void heapType(int32_t heap) { s64(heap); }
  void valType(ValType type);
  void funcType(const FuncType &type); // with its form byte
  void limits(const Limits &limits, uint8_t flags);
  void tableType(const TableType &type);
  void memoryType(const MemoryType &type);
  void globalType(const GlobalType &type);

  size_t size() const { return data.size(); }

  std::string data;
};

// The byte at `offset` came from the source's byte `source`.
struct Mark {
  uint32_t offset, source;
};

struct MarkedBytes : Bytes {
  std::vector<Mark> marks; // by ascending offset

  void mark(uint32_t source) { marks.push_back({uint32_t(size()), source}); }
  void append(const MarkedBytes &other);
};

// A section that is a vector of items.
struct SectionBytes : MarkedBytes {
  uint32_t count = 0;

  // Starts an item that came from the source's byte `source`.
  void item(uint32_t source) {
    ++count;
    mark(source);
  }
};

enum class SectionId : uint8_t {
#define SECTION(id, Name, text) Name = id,
#include "../Sections.def"
};

struct CustomBytes {
  std::string name, contents;
};

// Gathers the sections in any order.
class ModuleEncoder {
public:
  SectionBytes &section(SectionId id) { return sections[id]; }

  // A custom section beside a section: `order` is its place in Sections.def,
  // counted from 1; 0 is before the first, and what `after` is for the last one
  // comes after the names too.
  void custom(unsigned order, bool after, CustomBytes custom) {
    customs[{order, after}].push_back(std::move(custom));
  }

  std::string names; // contents of the name section; "" for none

  MarkedBytes finish();

private:
  void writeSection(MarkedBytes &out, SectionId id);
  void writeCustoms(MarkedBytes &out, unsigned order, bool after);

  std::map<SectionId, SectionBytes> sections;
  std::map<std::pair<unsigned, bool>, std::vector<CustomBytes>> customs;
};

// The place of a section in Sections.def, counted from 1 without the custom
// section; `lastSectionOrder` of the last one.
unsigned sectionOrder(SectionId id);
extern const unsigned lastSectionOrder;

} // namespace wasmc

#endif
