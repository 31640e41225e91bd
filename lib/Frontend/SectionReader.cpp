// The sections that declare: types, imports, functions, tables, memories, tags
// and globals (core spec 5.5.3 to 5.5.9).

#include "SectionReader.h"
#include "ConstExpr.h"
#include "TypeGroups.h"

using namespace llvm;
using namespace wasmc;

bool SectionReader::readCount(Decoder &in,
                              uint64_t ImplementationLimits::*limit,
                              uint32_t &count) {
  const uint64_t start = in.offset();
  if (!in.readU32(count) || !in.within(limit, count, start))
    return false;
  if (count <= in.remaining())
    return true;
  return errors.malformed(
      start, "unexpected end of section or function: " + Twine(count) +
                 " items do not fit in " + Twine(in.remaining()) + " bytes");
}

bool SectionReader::checkIndex(uint64_t offset, const char *what,
                               uint64_t index, size_t size) {
  return index < size ||
         errors.invalid(offset, Twine("unknown ") + what + " " + Twine(index));
}

// Types. ---------------------------------------------------------------------

bool SectionReader::readTypes(Decoder &in,
                              uint64_t ImplementationLimits::*limit,
                              SmallVectorImpl<ValType> &types) {
  uint32_t count;
  if (!readCount(in, limit, count))
    return false;
  types.resize(count);
  for (ValType &type : types)
    if (!in.readValType(type))
      return false;
  return true;
}

bool SectionReader::readFuncType(Decoder &in, FuncType &type) {
  enum : uint8_t { Sub = 0x50, SubFinal = 0x4F, Array = 0x5E, Struct = 0x5F };
  const uint64_t start = in.offset();
  uint8_t form;
  if (!in.readByte(form))
    return false;
  if (form == Sub || form == SubFinal || form == Array || form == Struct)
    return in.require(Feature::GC, start, "struct, array or subtype");
  if (form != 0x60) // a number of seven bits, in the specification's eyes
    return errors.malformed(start, form & 0x80
                                       ? "integer representation too long"
                                       : "malformed type form");
  if (!readTypes(in, &ImplementationLimits::params, type.params))
    return false;
  const uint64_t resultsStart = in.offset();
  if (!readTypes(in, &ImplementationLimits::results, type.results))
    return false;
  return type.results.size() <= 1 ||
         in.require(Feature::MultiValue, resultsStart, "several results");
}

// A type by itself is a group of one. Members may refer to each other, so that
// they are known before they are read.
bool SectionReader::readTypeGroup(Decoder &in) {
  constexpr uint8_t rec = 0x4E;
  const uint64_t start = in.offset();
  uint8_t form;
  if (!in.peekByte(form))
    return false;
  uint32_t count = 1;
  if (form == rec &&
      !(in.readByte(form) &&
        in.require(Feature::FunctionReferences, start, "recursive type") &&
        readCount(in, &ImplementationLimits::types, count)))
    return false;
  const uint32_t first = module.types.size();
  if (!in.within(&ImplementationLimits::types, uint64_t(first) + count, start))
    return false;
  module.typeGroups.push_back(first);
  for (uint32_t i = 0; i < count; ++i)
    module.canonicalTypes.push_back(first + i);
  module.types.resize(first + count);
  for (uint32_t i = 0; i < count; ++i)
    if (!readFuncType(in, module.types[first + i]))
      return false;
  finishTypeGroup(first);
  return true;
}

// If an equal group came before, the types of this one are those.
void SectionReader::finishTypeGroup(uint32_t first) {
  MutableArrayRef<FuncType> group =
      MutableArrayRef(module.types).drop_front(first);
  std::string key = keyOfTypeGroup(group, first, [](uint32_t typeidx) {
    return typeidx; // canonical already
  });
  const uint32_t original = typeGroups.try_emplace(key, first).first->second;
  if (original == first)
    return;
  for (size_t i = 0; i < group.size(); ++i) {
    module.canonicalTypes[first + i] = original + i;
    group[i] = module.types[original + i];
  }
}

bool SectionReader::readType(Decoder &in) {
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::types, count))
    return false;
  while (count--)
    if (!readTypeGroup(in))
      return false;
  return true;
}

// Imports. -------------------------------------------------------------------

bool SectionReader::readExternName(Decoder &in, StringRef &name) {
  const uint64_t start = in.offset();
  return in.readName(name) &&
         in.within(&ImplementationLimits::nameLength, name.size(), start);
}

bool SectionReader::readImport(Decoder &in) {
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::imports, count))
    return false;
  while (count--) {
    Import import{};
    import.offset = in.offset();
    if (!readExternName(in, import.module) ||
        !readExternName(in, import.name) || !readImportDescription(in, import))
      return false;
    module.imports.push_back(import);
  }
  return true;
}

bool SectionReader::readImportDescription(Decoder &in, Import &import) {
  const uint64_t start = in.offset();
  uint8_t kind;
  if (!in.readByte(kind))
    return false;
  import.kind = ExternKind(kind);
  switch (import.kind) {
  case ExternKind::Func:
    import.index = module.numImportedFunctions++;
    return readFunctionType(in, /*isImport=*/true);
  case ExternKind::Table:
    import.index = module.numImportedTables++;
    return readTableType(in, /*isImport=*/true);
  case ExternKind::Memory:
    import.index = module.numImportedMemories++;
    return readMemoryType(in, /*isImport=*/true);
  case ExternKind::Global:
    import.index = module.numImportedGlobals++;
    return readGlobalType(in, /*isImport=*/true) &&
           (!module.globals.back().type.isMutable ||
            in.require(Feature::MutableGlobals, start,
                       "mutable global import"));
  case ExternKind::Tag:
    import.index = module.numImportedTags++;
    return in.require(Feature::Exceptions, start, "tag import") &&
           readTagType(in, /*isImport=*/true);
  }
  return errors.malformed(start, "malformed import kind");
}

// Functions, tables, memories, tags and globals. -----------------------------

bool SectionReader::readFunctionType(Decoder &in, bool isImport) {
  const uint64_t start = in.offset();
  Function function;
  function.isImport = isImport;
  if (!in.readU32(function.typeIndex) ||
      !checkIndex(start, "type", function.typeIndex, module.types.size()))
    return false;
  module.functions.push_back(function);
  module.declaredFunctions.push_back(false);
  return in.within(&ImplementationLimits::functions, module.functions.size(),
                   start);
}

bool SectionReader::readFunction(Decoder &in) {
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::functions, count))
    return false;
  while (count--)
    if (!readFunctionType(in, /*isImport=*/false))
      return false;
  return true;
}

// Flags say which fields follow and belong to four proposals (core
// spec 5.3.13).
bool SectionReader::readLimits(Decoder &in, bool isMemory, uint8_t &flags,
                               Limits &limits) {
  const uint64_t start = in.offset();
  if (!in.readByte(flags))
    return false;
  if (flags >
          (isMemory ? HasMax | Shared | Is64 | HasPageSize : HasMax | Is64) ||
      (!isMemory && (flags & Shared)))
    return errors.malformed(start, "malformed limits flags");
  if ((flags & Shared) && !in.require(Feature::Threads, start, "shared memory"))
    return false;
  if ((flags & Is64) && !in.require(Feature::Memory64, start, "64-bit index"))
    return false;
  if ((flags & HasPageSize) && !options.features.has(Feature::CustomPageSizes))
    return errors.malformed(start, "malformed limits flags: custom page sizes "
                                   "are switched off");
  if (!in.readU64(limits.min))
    return false;
  if (!(flags & HasMax))
    return true;
  if (!in.readU64(limits.max))
    return false;
  return limits.min <= limits.max ||
         errors.invalid(start, "size minimum must not be greater than maximum");
}

// 0x40 0x00 announces an initial value.
bool SectionReader::readTableForm(Decoder &in, bool isImport, bool &hasInit) {
  const uint64_t start = in.offset();
  uint8_t byte;
  if (!in.peekByte(byte))
    return false;
  hasInit = byte == 0x40 && !isImport;
  if (!hasInit)
    return true;
  if (!in.require(Feature::FunctionReferences, start,
                  "table with an initial value") ||
      !in.readByte(byte) || !in.readByte(byte))
    return false;
  return byte == 0 || errors.malformed(start, "malformed table");
}

bool SectionReader::readTableType(Decoder &in, bool isImport) {
  const uint64_t start = in.offset();
  Table table;
  table.isImport = isImport;
  bool hasInit;
  if (!readTableForm(in, isImport, hasInit))
    return false;
  uint8_t flags;
  if (!in.readRefType(table.type.element) ||
      !readLimits(in, /*isMemory=*/false, flags, table.type.limits))
    return false;
  const Limits &limits = table.type.limits;
  table.type.is64 = flags & Is64;
  if (!table.type.is64 &&
      (limits.min > UINT32_MAX || (limits.hasMax() && limits.max > UINT32_MAX)))
    return errors.invalid(start, "table size must be at most 2^32-1");
  if (!in.within(&ImplementationLimits::tableEntries, limits.min, start))
    return false;
  const ValType element = table.type.element;
  if (hasInit
          ? !readConstExpr(module, in, errors, element, table.init.emplace())
          : !isImport && !element.isDefaultable() &&
                !errors.invalid(start, "type mismatch: a table of " +
                                           toString(element) +
                                           " needs an initial value"))
    return false;
  module.tables.push_back(std::move(table));
  if (module.tables.size() > 1 &&
      !in.require(Feature::ReferenceTypes, start, "second table"))
    return false;
  return in.within(&ImplementationLimits::tables, module.tables.size(), start);
}

bool SectionReader::readTable(Decoder &in) {
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::tables, count))
    return false;
  while (count--)
    if (!readTableType(in, /*isImport=*/false))
      return false;
  return true;
}

// The pages that make up the address space.
static uint64_t maxPagesOf(const MemoryType &type) {
  unsigned addressBits = type.is64 ? 64 : 32;
  // As many bytes as there are addresses would not fit an address.
  if (type.pageSizeLog2 == 0)
    return type.is64 ? UINT64_MAX : UINT32_MAX;
  return uint64_t(1) << (addressBits - type.pageSizeLog2);
}

bool SectionReader::readPageSize(Decoder &in, MemoryType &type) {
  const uint64_t start = in.offset();
  uint32_t log2;
  if (!in.readU32(log2))
    return false;
  if (log2 != 0 && log2 != 16)
    return log2 >= 64 ? errors.malformed(start, "invalid custom page size")
                      : errors.invalid(start, "invalid custom page size");
  type.pageSizeLog2 = log2;
  return true;
}

bool SectionReader::readMemoryType(Decoder &in, bool isImport) {
  const uint64_t start = in.offset();
  Memory memory;
  memory.isImport = isImport;
  MemoryType &type = memory.type;
  uint8_t flags;
  if (!readLimits(in, /*isMemory=*/true, flags, type.limits))
    return false;
  type.is64 = flags & Is64;
  type.shared = flags & Shared;
  if (type.shared && !(flags & HasMax))
    return errors.invalid(start, "shared memory must have maximum");
  if ((flags & HasPageSize) && !readPageSize(in, type))
    return false;
  const uint64_t maxPages = maxPagesOf(type);
  const Limits &limits = type.limits;
  if (limits.min > maxPages || (limits.hasMax() && limits.max > maxPages))
    return errors.invalid(start, "memory size must be at most " +
                                     Twine(maxPages) + " pages" +
                                     (maxPages == 65536 ? " (4GiB)" : ""));
  if (!type.is64 && !in.within(&ImplementationLimits::memoryPages,
                               limits.min >> (16 - type.pageSizeLog2), start))
    return false;
  if (!module.memories.empty() &&
      !in.require(Feature::MultiMemory, start, "second memory"))
    return false;
  module.memories.push_back(memory);
  return in.within(&ImplementationLimits::memories, module.memories.size(),
                   start);
}

bool SectionReader::readMemory(Decoder &in) {
  uint32_t count;
  if (!in.readU32(count))
    return false;
  while (count--)
    if (!readMemoryType(in, /*isImport=*/false))
      return false;
  return true;
}

bool SectionReader::readTagType(Decoder &in, bool isImport) {
  const uint64_t start = in.offset();
  Tag tag;
  tag.isImport = isImport;
  uint8_t attribute;
  if (!in.readByte(attribute))
    return false;
  if (attribute != 0) // an exception
    return errors.malformed(start, "malformed tag attribute");
  const uint64_t typeStart = in.offset();
  if (!in.readU32(tag.typeIndex) ||
      !checkIndex(typeStart, "type", tag.typeIndex, module.types.size()))
    return false;
  if (!module.types[tag.typeIndex].results.empty())
    return errors.invalid(typeStart, "non-empty tag result type");
  module.tags.push_back(tag);
  return in.within(&ImplementationLimits::tags, module.tags.size(), start);
}

bool SectionReader::readTag(Decoder &in) {
  if (!in.require(Feature::Exceptions, in.offset(), "tag section"))
    return false;
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::tags, count))
    return false;
  while (count--)
    if (!readTagType(in, /*isImport=*/false))
      return false;
  return true;
}

bool SectionReader::readGlobalType(Decoder &in, bool isImport) {
  Global global;
  global.isImport = isImport;
  if (!in.readValType(global.type.type))
    return false;
  const uint64_t start = in.offset();
  uint8_t mutability;
  if (!in.readByte(mutability))
    return false;
  if (mutability > 1)
    return errors.malformed(start, "malformed mutability");
  global.type.isMutable = mutability;
  // An initialiser sees the globals before its own only.
  if (!isImport &&
      !readConstExpr(module, in, errors, global.type.type, global.init))
    return false;
  module.globals.push_back(std::move(global));
  return in.within(&ImplementationLimits::globals, module.globals.size(),
                   start);
}

bool SectionReader::readGlobal(Decoder &in) {
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::globals, count))
    return false;
  while (count--)
    if (!readGlobalType(in, /*isImport=*/false))
      return false;
  return true;
}
