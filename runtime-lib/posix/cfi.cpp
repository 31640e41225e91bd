// The call frame information of one pc: binary search in .eh_frame_hdr, then
// the CIE's and the FDE's instructions up to that pc.

#include "cfi.h"
#include "dwarf_reader.h"

namespace {

// A CIE or FDE without its length field; `end` is null if there is none.
struct Record {
  const uint8_t *begin, *end;
};

Record readRecord(const CfiSection &section, const uint8_t *at) {
  DwarfReader reader(at, section.begin, section.end);
  uint32_t length = reader.fixed<uint32_t>();
  const uint8_t *begin = reader.position();
  reader.skip(length);
  // All ones announce a 64-bit length, which nobody emits.
  if (reader.bad() || length == 0 || length == ~0u)
    return {nullptr, nullptr};
  return {begin, reader.position()};
}

struct Cie {
  uint64_t codeAlignment;
  int64_t dataAlignment;
  uint8_t pointerEncoding = 0;
  uint8_t landingsEncoding = dwarfOmitted;
  const uint8_t *instructions, *end;
};

bool readCie(const CfiSection &section, const uint8_t *at, Cie *cie) {
  Record record = readRecord(section, at);
  if (!record.end)
    return false;
  DwarfReader reader(record.begin, record.begin, record.end);
  uint32_t id = reader.fixed<uint32_t>();
  uint8_t version = reader.fixed<uint8_t>();
  if (id != 0 || (version != 1 && version != 3))
    return false;
  // The augmentation string; "z" first says how long its data is.
  const uint8_t *augmentation = reader.position();
  while (!reader.bad() && reader.fixed<uint8_t>() != 0)
    continue;
  cie->codeAlignment = reader.unsignedLeb();
  cie->dataAlignment = reader.signedLeb();
  uint64_t returnRegister =
      version == 1 ? reader.fixed<uint8_t>() : reader.unsignedLeb();
  if (reader.bad() || returnRegister != CfiReturnAddress ||
      *augmentation != 'z')
    return false;
  uint64_t dataSize = reader.unsignedLeb();
  const uint8_t *data = reader.position();
  reader.skip(dataSize);
  if (reader.bad())
    return false;
  DwarfReader items(data, data, reader.position());
  while (*++augmentation) {
    switch (*augmentation) {
    case 'R': // how FDEs encode their addresses
      cie->pointerEncoding = items.fixed<uint8_t>();
      break;
    case 'L': // how they encode language-specific data
      cie->landingsEncoding = items.fixed<uint8_t>();
      break;
    case 'P': // the personality routine
      items.encoded(items.fixed<uint8_t>() & 0x7f);
      break;
    default:
      return false;
    }
  }
  cie->instructions = reader.position();
  cie->end = record.end;
  return !items.bad();
}

// Runs call frame instructions over a row until the address passes `pc`.
class Interpreter {
public:
  Interpreter(const Cie &cie, uint64_t start, uint64_t pc)
      : cie(cie), address(start), pc(pc) {
    row.functionStart = start;
    row.landings = nullptr;
    row.isOutermost = false;
    row.cfaRegister = CfiRsp;
    row.cfaOffset = 0;
    for (int32_t &saved : row.saved)
      saved = CfiRow::sameValue;
  }

  bool run(DwarfReader reader, const CfiRow &initial) {
    while (!reader.atEnd() && address <= pc)
      if (!step(reader, initial) || reader.bad())
        return false;
    return true;
  }

  CfiRow row;

private:
  bool step(DwarfReader &reader, const CfiRow &initial) {
    uint8_t byte = reader.fixed<uint8_t>();
    uint8_t low = byte & 0x3f;
    switch (byte >> 6) {
    case 1: // advance_loc
      advance(low);
      return true;
    case 2: // offset
      return save(low, reader.unsignedLeb() * cie.dataAlignment);
    case 3: // restore
      return low < cfiRegisterCount && save(low, initial.saved[low]);
    }
    switch (byte) {
    case 0x00: // nop
      return true;
    case 0x02: // advance_loc1
      advance(reader.fixed<uint8_t>());
      return true;
    case 0x03: // advance_loc2
      advance(reader.fixed<uint16_t>());
      return true;
    case 0x04: // advance_loc4
      advance(reader.fixed<uint32_t>());
      return true;
    case 0x07: // undefined
      row.isOutermost |= reader.unsignedLeb() == CfiReturnAddress;
      return true;
    case 0x08: // same_value
      return save(reader.unsignedLeb(), CfiRow::sameValue);
    case 0x0a: // remember_state
      if (depth == maxDepth)
        return false;
      remembered[depth++] = row;
      return true;
    case 0x0b: // restore_state
      if (depth == 0)
        return false;
      row = remembered[--depth];
      return true;
    case 0x0c: // def_cfa
      return setCfa(reader.unsignedLeb(), reader.unsignedLeb());
    case 0x0d: // def_cfa_register
      return setCfa(reader.unsignedLeb(), row.cfaOffset);
    case 0x0e: // def_cfa_offset
      return setCfa(row.cfaRegister, reader.unsignedLeb());
    case 0x2e: // GNU_args_size: for landing pads only
      reader.unsignedLeb();
      return true;
    default: // expressions and what x86-64 code does not need
      return false;
    }
  }

  void advance(uint64_t delta) { address += delta * cie.codeAlignment; }

  bool save(uint64_t reg, int64_t offset) {
    if (offset < INT32_MIN || offset > INT32_MAX)
      return false;
    // Registers beyond these (vectors) are not needed to unwind.
    if (reg < cfiRegisterCount)
      row.saved[reg] = offset;
    return true;
  }

  bool setCfa(uint64_t reg, int64_t offset) {
    row.cfaRegister = reg;
    row.cfaOffset = offset;
    return reg < cfiRegisterCount;
  }

  const Cie &cie;
  uint64_t address, pc;
  static constexpr unsigned maxDepth = 4;
  CfiRow remembered[maxDepth];
  unsigned depth = 0;
};

// The FDE that may cover `pc`, or null: .eh_frame_hdr is a sorted table of
// {function start, FDE}, both relative to the header.
const uint8_t *findFde(const CfiSection &section, uint64_t pc) {
  DwarfReader reader(section.header, section.begin, section.end);
  // version 1; pcrel sdata4, udata4, datarel sdata4: the only ones linkers
  // write
  constexpr uint32_t knownFormat = 0x3b031b01;
  uint32_t format = reader.fixed<uint32_t>();
  reader.skip(4);
  uint32_t count = reader.fixed<uint32_t>();
  const uint8_t *table = reader.position();
  reader.skip(8ull * count);
  if (reader.bad() || format != knownFormat)
    return nullptr;
  auto entry = [&](uint64_t index, unsigned field) {
    DwarfReader word(table + 8 * index + field, table, section.end);
    return section.header + word.fixed<int32_t>();
  };
  uint64_t low = 0, high = count; // the first entry above pc
  while (low < high) {
    uint64_t middle = (low + high) / 2;
    if (reinterpret_cast<uint64_t>(entry(middle, 0)) <= pc)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? entry(low - 1, 4) : nullptr;
}

} // namespace

bool findCfiRow(const CfiSection &section, uint64_t pc, CfiRow *row) {
  const uint8_t *at = findFde(section, pc);
  if (!at)
    return false;
  Record fde = readRecord(section, at);
  if (!fde.end)
    return false;
  DwarfReader reader(fde.begin, fde.begin, fde.end);
  // The distance back from this field to the CIE.
  uint32_t distance = reader.fixed<uint32_t>();
  Cie cie;
  if (distance == 0 || fde.begin - section.begin < distance ||
      !readCie(section, fde.begin - distance, &cie))
    return false;
  uint64_t start = reader.encoded(cie.pointerEncoding);
  uint64_t size = reader.encoded(cie.pointerEncoding & 0x0f);
  uint64_t augmentationSize = reader.unsignedLeb();
  DwarfReader augmentation(reader.position(), fde.begin, fde.end);
  reader.skip(augmentationSize);
  if (reader.bad() || pc - start >= size)
    return false;
  Interpreter interpreter(cie, start, pc);
  CfiRow initial = interpreter.row;
  // A CIE's instructions never advance.
  if (!interpreter.run(DwarfReader(cie.instructions, section.begin, cie.end),
                       initial))
    return false;
  initial = interpreter.row;
  if (!interpreter.run(reader, initial))
    return false;
  *row = interpreter.row;
  if (cie.landingsEncoding != dwarfOmitted)
    row->landings = reinterpret_cast<const uint8_t *>(
        augmentation.encoded(cie.landingsEncoding));
  return !augmentation.bad();
}
