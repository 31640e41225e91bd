// The sections that use what was declared: exports, start, segments, bodies
// (core spec 5.5.10 to 5.5.16).

#include "ConstExpr.h"
#include "CustomSections.h"
#include "SectionReader.h"

using namespace llvm;
using namespace wasmc;

bool SectionReader::readCustom(Decoder &in) {
  CustomSection section;
  if (!in.readName(section.name))
    return false;
  section.offset = in.offset();
  if (!in.readBytes(in.contentLeft(), section.bytes))
    return false;
  module.customs.push_back(section);
  return true;
}

// Exports and start. ---------------------------------------------------------

bool SectionReader::checkExport(Decoder &in, const Export &exported) {
  const uint64_t at = exported.offset;
  const uint32_t index = exported.index;
  switch (exported.kind) {
  case ExternKind::Func:
    if (!checkIndex(at, "function", index, module.functions.size()))
      return false;
    module.declaredFunctions[index] = true;
    return true;
  case ExternKind::Table:
    return checkIndex(at, "table", index, module.tables.size());
  case ExternKind::Memory:
    return checkIndex(at, "memory", index, module.memories.size());
  case ExternKind::Global:
    return checkIndex(at, "global", index, module.globals.size()) &&
           (!module.globals[index].type.isMutable ||
            in.require(Feature::MutableGlobals, at, "mutable global export"));
  case ExternKind::Tag:
    return checkIndex(at, "tag", index, module.tags.size());
  }
  return errors.malformed(at, "malformed export kind");
}

bool SectionReader::readExport(Decoder &in) {
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::exports, count))
    return false;
  while (count--) {
    Export exported{};
    exported.offset = in.offset();
    uint8_t kind;
    if (!readExternName(in, exported.name) || !in.readByte(kind) ||
        !in.readU32(exported.index))
      return false;
    exported.kind = ExternKind(kind);
    if (!checkExport(in, exported))
      return false;
    if (!exportNames.insert(exported.name).second)
      return errors.invalid(exported.offset,
                            "duplicate export name '" + exported.name + "'");
    module.exports.push_back(exported);
  }
  return true;
}

bool SectionReader::readStart(Decoder &in) {
  const uint64_t start = in.offset();
  uint32_t index;
  if (!readFunctionIndex(in, index))
    return false;
  const FuncType &type = module.typeOfFunction(index);
  if (!type.params.empty() || !type.results.empty())
    return errors.invalid(
        start, "start function must have type () -> (), not " + toString(type));
  module.start = index;
  return true;
}

bool SectionReader::readFunctionIndex(Decoder &in, uint32_t &index) {
  const uint64_t start = in.offset();
  return in.readU32(index) &&
         checkIndex(start, "function", index, module.functions.size());
}

// Element segments. ----------------------------------------------------------

namespace {
enum ElemFlags : uint32_t {
  NotActive = 1,
  ExplicitTable = 2, // of an active segment
  Declarative = 2,   // of one that is not
  UsesExprs = 4,
  AllElemFlags = 7,
};
} // namespace

bool SectionReader::readElem(Decoder &in) {
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::elemSegments, count))
    return false;
  while (count--)
    if (!readElemSegment(in, module.elems.emplace_back()))
      return false;
  return true;
}

bool SectionReader::readElemSegment(Decoder &in, ElemSegment &segment) {
  segment.offset = in.offset();
  uint32_t flags;
  if (!in.readU32(flags))
    return false;
  if (flags > AllElemFlags)
    return errors.malformed(segment.offset, "malformed elements segment kind");
  if (flags != 0 &&
      !in.require(Feature::BulkMemory, segment.offset, "element segment flags"))
    return false;

  using Mode = ElemSegment::Mode;
  const uint64_t tableOffset = in.offset();
  if (flags & NotActive) {
    segment.mode = flags & Declarative ? Mode::Declarative : Mode::Passive;
  } else {
    segment.mode = Mode::Active;
    if ((flags & ExplicitTable) && !in.readU32(segment.table))
      return false;
    if (!checkIndex(tableOffset, "table", segment.table,
                    module.tables.size()) ||
        !readConstExpr(module, in, errors,
                       module.tables[segment.table].type.indexType(),
                       segment.tableOffset))
      return false;
  }
  const uint64_t typeOffset = in.offset();
  if (!readElemEntries(in, flags, segment))
    return false;
  if (segment.mode != Mode::Active)
    return true;
  ValType element = module.tables[segment.table].type.element;
  return matches(segment.type, element) ||
         errors.invalid(typeOffset, "type mismatch: expected a segment of " +
                                        toString(element) + ", got " +
                                        toString(segment.type));
}

bool SectionReader::readElemEntries(Decoder &in, uint32_t flags,
                                    ElemSegment &segment) {
  // The short forms say nothing about the type. Indices are never null.
  segment.usesExprs = flags & UsesExprs;
  segment.type = ValType(segment.usesExprs, AbstractHeapType::Func);
  const bool saysType = flags & (NotActive | ExplicitTable);
  const uint64_t typeOffset = in.offset();
  uint8_t kind = 0;
  if (saysType &&
      !(segment.usesExprs ? in.readRefType(segment.type) : in.readByte(kind)))
    return false;
  if (kind != 0)
    return errors.malformed(typeOffset, "malformed element kind");

  uint32_t count;
  if (!readCount(in, &ImplementationLimits::elemSegmentEntries, count))
    return false;
  if (segment.usesExprs) {
    while (count--)
      if (!readConstExpr(module, in, errors, segment.type,
                         segment.exprs.emplace_back()))
        return false;
    return true;
  }
  segment.funcs.resize(count);
  for (uint32_t &index : segment.funcs) {
    if (!readFunctionIndex(in, index))
      return false;
    module.declaredFunctions[index] = true;
  }
  return true;
}

// Bodies. --------------------------------------------------------------------

bool SectionReader::readCode(Decoder &in) {
  const uint64_t start = in.offset();
  const size_t numImported = module.numImportedFunctions;
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::functions, count))
    return false;
  for (; numBodies < count; ++numBodies) {
    const uint64_t sizeOffset = in.offset();
    Function surplus;
    const size_t index = numImported + numBodies;
    Function &function =
        index < module.functions.size() ? module.functions[index] : surplus;
    uint32_t size;
    if (!in.readU32(size) ||
        !in.within(&ImplementationLimits::functionBody, size, sizeOffset))
      return false;
    function.bodyOffset = in.offset();
    if (!in.readBytes(size, function.body))
      return false;
  }
  codeOffset = start;
  return true;
}

// Data segments. -------------------------------------------------------------

bool SectionReader::readDataCount(Decoder &in) {
  const uint64_t start = in.offset();
  module.hasDataCount = true;
  if (!in.require(Feature::BulkMemory, start, "data count section") ||
      !in.readU32(dataCount))
    return false;
  return in.within(&ImplementationLimits::dataSegments, dataCount, start);
}

bool SectionReader::readData(Decoder &in) {
  const uint64_t start = in.offset();
  uint32_t count;
  if (!readCount(in, &ImplementationLimits::dataSegments, count))
    return false;
  if (module.hasDataCount && count != dataCount)
    return errors.malformed(
        start, "data count and data section have inconsistent lengths: " +
                   Twine(dataCount) + " and " + Twine(count));
  while (count--)
    if (!readDataSegment(in, module.datas.emplace_back()))
      return false;
  return true;
}

bool SectionReader::readDataSegment(Decoder &in, DataSegment &segment) {
  enum : uint32_t { Active, Passive, ActiveExplicit };
  segment.offset = in.offset();
  uint32_t flags;
  if (!in.readU32(flags))
    return false;
  if (flags > ActiveExplicit)
    return errors.malformed(segment.offset, "malformed data segment kind");
  if (flags != Active &&
      !in.require(Feature::BulkMemory, segment.offset, "data segment flags"))
    return false;

  segment.isActive = flags != Passive;
  const uint64_t memoryOffset = in.offset();
  if (flags == ActiveExplicit && !in.readU32(segment.memory))
    return false;
  if (segment.isActive &&
      !(checkIndex(memoryOffset, "memory", segment.memory,
                   module.memories.size()) &&
        readConstExpr(module, in, errors,
                      module.memories[segment.memory].type.indexType(),
                      segment.memoryOffset)))
    return false;
  uint32_t size;
  return in.readU32(size) && in.readBytes(size, segment.bytes);
}

bool SectionReader::finish(uint64_t offset) {
  const size_t numDefined =
      module.functions.size() - module.numImportedFunctions;
  if (numBodies != numDefined)
    return errors.malformed(
        codeOffset ? codeOffset : offset,
        "function and code section have inconsistent lengths: " +
            Twine(numDefined) + " and " + Twine(numBodies));
  if (module.hasDataCount && module.datas.size() != dataCount)
    return errors.malformed(
        offset, "data count and data section have inconsistent lengths: " +
                    Twine(dataCount) + " and 0");
  readNames(module);
  return true;
}
