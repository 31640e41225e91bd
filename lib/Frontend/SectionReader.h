// Reads the content of each section into the Module. Every rule that ties a
// section to those before it is checked on the way, because sections come in
// an order that makes that possible.

#ifndef WASMC_FRONTEND_SECTIONREADER_H
#define WASMC_FRONTEND_SECTIONREADER_H

#include "Decoder.h"
#include "Module.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

namespace wasmc {

class SectionReader {
public:
  SectionReader(Module &module, const ReaderOptions &options, ErrorSlot &errors)
      : module(module), options(options), errors(errors) {}

  // Reads a section's content, all of it, whose first byte stands at `offset`
  // of the module; `beyond` bytes after it may be read, too (ByteReader.h).
#define SECTION(id, Name, text)                                                \
  bool read##Name##Section(llvm::ArrayRef<uint8_t> content, uint64_t offset,   \
                           size_t beyond) {                                    \
    Decoder in(content, offset, options, module.canonicalTypes, errors);       \
    in.readBeyondEnd(beyond);                                                  \
    return read##Name(in) && in.checkEnd();                                    \
  }
#include "Sections.def"

  // The rules about sections that are missing. `offset` is the module's end.
  bool finish(uint64_t offset);

private:
#define SECTION(id, Name, text) bool read##Name(Decoder &in);
#include "Sections.def"

  // A count of items within `limit`, which are not more than the bytes left:
  // what is allocated is bounded by what was read.
  bool readCount(Decoder &in, uint64_t ImplementationLimits::*limit,
                 uint32_t &count);
  bool readTypes(Decoder &in, uint64_t ImplementationLimits::*limit,
                 llvm::SmallVectorImpl<ValType> &types);
  enum LimitsFlags : uint8_t {
    HasMax = 1,
    Shared = 2,
    Is64 = 4,
    HasPageSize = 8
  };
  bool readTypeGroup(Decoder &in);
  bool readFuncType(Decoder &in, FuncType &type);
  void finishTypeGroup(uint32_t first);
  bool readLimits(Decoder &in, bool isMemory, uint8_t &flags, Limits &limits);
  bool readPageSize(Decoder &in, MemoryType &type);
  bool readImportDescription(Decoder &in, Import &import);
  bool readFunctionType(Decoder &in, bool isImport);
  bool readTableForm(Decoder &in, bool isImport, bool &hasInit);
  bool readTableType(Decoder &in, bool isImport);
  bool readMemoryType(Decoder &in, bool isImport);
  bool readGlobalType(Decoder &in, bool isImport);
  bool readTagType(Decoder &in, bool isImport);
  bool readExternName(Decoder &in, llvm::StringRef &name);
  bool checkExport(Decoder &in, const Export &exported);
  bool readElemSegment(Decoder &in, ElemSegment &segment);
  bool readElemEntries(Decoder &in, uint32_t flags, ElemSegment &segment);
  bool readDataSegment(Decoder &in, DataSegment &segment);
  bool readFunctionIndex(Decoder &in, uint32_t &index);
  bool checkIndex(uint64_t offset, const char *what, uint64_t index,
                  size_t size);

  Module &module;
  const ReaderOptions &options;
  ErrorSlot &errors;
  llvm::StringMap<uint32_t> typeGroups; // the first type, by key
  llvm::DenseSet<llvm::StringRef> exportNames;
  uint32_t numBodies = 0;  // read from the code section so far
  uint64_t codeOffset = 0; // of that section; 0: there is none
  uint32_t dataCount = 0;  // said by the data count section
};

} // namespace wasmc

#endif
