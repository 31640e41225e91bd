// Joins COFF objects; see the header. Sections stay apart, one after another,
// and so do the symbols of each object but for those that only name what
// another defines. Nothing is left for the linker to choose: sections are no
// COMDATs any more, and a second definition is its object's own.

#include "LinkJoinCOFF.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Object/COFF.h"
#include "llvm/Support/Endian.h"

using namespace llvm;
using namespace llvm::object;

namespace wasmc {

namespace {
// An object of those to join.
struct Input {
  std::unique_ptr<COFFObjectFile> file;
  uint32_t firstSection = 0;     // number of sections before its own
  std::vector<uint32_t> symbols; // new index by old one
};

class Joiner {
public:
  Error add(const ObjectMember &member);
  Expected<std::string> join();

private:
  // Where a name is defined: its input and its index there.
  using Place = std::pair<size_t, uint32_t>;

  Error collectNames();
  Error placeSymbols();
  Error placeSymbol(size_t number, uint32_t index, COFFSymbolRef symbol);
  Error writeSymbols();
  Error writeSections();
  uint32_t addString(StringRef text);
  void writeName(char (&field)[COFF::NameSize], StringRef name, bool isSection);
  // Forgets what only matters to a linker that chooses between COMDATs.
  static void clearSelection(coff_symbol16 &symbol, MutableArrayRef<char> aux);

  std::vector<Input> inputs;
  uint32_t sectionCount = 0;
  StringMap<Place> strong, weak;
  StringMap<uint32_t> undefined; // new indices
  // Those that are written, in order.
  std::vector<Place> kept;
  uint32_t symbolCount = 0;
  StringMap<uint32_t> stringOffsets;
  std::string strings = std::string(4, '\0'); // begins with its size
  std::string headers, contents, symbolTable;
};
} // namespace

Error Joiner::add(const ObjectMember &member) {
  Expected<std::unique_ptr<COFFObjectFile>> file =
      COFFObjectFile::create(MemoryBufferRef(member.bytes, member.name));
  if (!file)
    return file.takeError();
  Input input;
  input.file = std::move(*file);
  input.firstSection = sectionCount;
  sectionCount += input.file->getNumberOfSections();
  inputs.push_back(std::move(input));
  return Error::success();
}

static bool isWeak(COFFSymbolRef symbol) {
  return symbol.getStorageClass() == COFF::IMAGE_SYM_CLASS_WEAK_EXTERNAL;
}

static bool isExternal(COFFSymbolRef symbol) {
  return symbol.getStorageClass() == COFF::IMAGE_SYM_CLASS_EXTERNAL;
}

static bool isDefined(COFFSymbolRef symbol) {
  return symbol.getSectionNumber() != COFF::IMAGE_SYM_UNDEFINED;
}

// Calls visit(index, symbol) for each symbol without its auxiliary records.
template <class Visit>
static Error forEachSymbol(const COFFObjectFile &file, Visit visit) {
  for (uint32_t i = 0; i < file.getNumberOfSymbols();) {
    Expected<COFFSymbolRef> symbol = file.getSymbol(i);
    if (!symbol)
      return symbol.takeError();
    if (Error error = visit(i, *symbol))
      return error;
    i += 1 + symbol->getNumberOfAuxSymbols();
  }
  return Error::success();
}

Error Joiner::collectNames() {
  for (auto [number, input] : enumerate(inputs)) {
    auto collect = [&, number = number](uint32_t index,
                                        COFFSymbolRef symbol) -> Error {
      if (!isWeak(symbol) && !(isExternal(symbol) && isDefined(symbol)))
        return Error::success();
      Expected<StringRef> name = inputs[number].file->getSymbolName(symbol);
      if (!name)
        return name.takeError();
      (isWeak(symbol) ? weak : strong).try_emplace(*name, number, index);
      return Error::success();
    };
    if (Error error = forEachSymbol(*input.file, collect))
      return error;
  }
  return Error::success();
}

Error Joiner::placeSymbol(size_t number, uint32_t index, COFFSymbolRef symbol) {
  Input &input = inputs[number];
  Expected<StringRef> name = input.file->getSymbolName(symbol);
  if (!name)
    return name.takeError();
  const bool isReference = isExternal(symbol) && !isDefined(symbol);
  if (isReference && symbol.getValue() != 0)
    return createStringError("the common symbol '" + *name +
                             "' cannot be joined");
  // Those that stand for another are placed when that is.
  if (isReference || isWeak(symbol)) {
    if (strong.count(*name))
      return Error::success();
    auto other = weak.find(*name);
    if (other != weak.end() && other->second != Place(number, index))
      return Error::success();
    if (isReference && !undefined.try_emplace(*name, symbolCount).second)
      return Error::success();
  }
  input.symbols[index] = symbolCount;
  symbolCount += 1 + symbol.getNumberOfAuxSymbols();
  kept.push_back({number, index});
  return Error::success();
}

Error Joiner::placeSymbols() {
  constexpr uint32_t none = ~0u;
  for (size_t number = 0; number < inputs.size(); ++number) {
    Input &input = inputs[number];
    input.symbols.assign(input.file->getNumberOfSymbols(), none);
    if (Error error = forEachSymbol(*input.file, [&](uint32_t i, auto symbol) {
          return placeSymbol(number, i, symbol);
        }))
      return error;
  }
  // All are placed now, so that the others can refer to them.
  for (Input &input : inputs) {
    auto resolve = [&](uint32_t index, COFFSymbolRef symbol) -> Error {
      if (input.symbols[index] != none)
        return Error::success();
      Expected<StringRef> name = input.file->getSymbolName(symbol);
      if (!name)
        return name.takeError();
      const StringMap<Place> &definitions = strong.count(*name) ? strong : weak;
      auto found = definitions.find(*name);
      input.symbols[index] =
          found == definitions.end()
              ? undefined.at(*name)
              : inputs[found->second.first].symbols[found->second.second];
      return Error::success();
    };
    if (Error error = forEachSymbol(*input.file, resolve))
      return error;
  }
  return Error::success();
}

uint32_t Joiner::addString(StringRef text) {
  auto [place, isNew] = stringOffsets.try_emplace(text, strings.size());
  if (isNew)
    strings += (text + StringRef("\0", 1)).str();
  return place->second;
}

// A longer name is in the table of strings.
void Joiner::writeName(char (&field)[COFF::NameSize], StringRef name,
                       bool isSection) {
  std::memset(field, 0, sizeof field);
  if (name.size() <= sizeof field) {
    std::memcpy(field, name.data(), name.size());
    return;
  }
  const uint32_t offset = addString(name);
  if (!isSection) {
    support::endian::write32le(field + 4, offset);
    return;
  }
  std::string text = "/" + std::to_string(offset);
  std::memcpy(field, text.data(), std::min(text.size(), sizeof field));
}

void Joiner::clearSelection(coff_symbol16 &symbol, MutableArrayRef<char> aux) {
  const bool isSection =
      symbol.StorageClass == COFF::IMAGE_SYM_CLASS_STATIC && !aux.empty();
  if (!isSection)
    return;
  auto *definition =
      reinterpret_cast<coff_aux_section_definition *>(aux.data());
  definition->NumberLowPart = 0;
  definition->NumberHighPart = 0;
  definition->Selection = 0;
}

Error Joiner::writeSymbols() {
  for (auto [number, index] : kept) {
    const Input &input = inputs[number];
    COFFSymbolRef symbol = cantFail(input.file->getSymbol(index));
    Expected<StringRef> name = input.file->getSymbolName(symbol);
    if (!name)
      return name.takeError();
    coff_symbol16 out = {};
    writeName(out.Name.ShortName, *name, false);
    out.Value = symbol.getValue();
    int32_t section = symbol.getSectionNumber();
    out.SectionNumber = section > 0 ? section + input.firstSection : section;
    out.Type = symbol.getType();
    out.StorageClass = symbol.getStorageClass();
    out.NumberOfAuxSymbols = symbol.getNumberOfAuxSymbols();
    auto first = strong.find(*name);
    if (isExternal(symbol) && isDefined(symbol) &&
        first->second != Place(number, index))
      out.StorageClass = COFF::IMAGE_SYM_CLASS_STATIC;
    ArrayRef<uint8_t> bytes = input.file->getSymbolAuxData(symbol);
    std::string aux(bytes.begin(), bytes.end());
    if (isWeak(symbol)) {
      auto *tag = reinterpret_cast<coff_aux_weak_external *>(aux.data());
      tag->TagIndex = input.symbols[tag->TagIndex];
    } else {
      clearSelection(out, MutableArrayRef<char>(aux.data(), aux.size()));
    }
    symbolTable.append(reinterpret_cast<const char *>(&out), sizeof out);
    symbolTable += aux;
  }
  return Error::success();
}

Error Joiner::writeSections() {
  const uint32_t start =
      sizeof(coff_file_header) + sectionCount * sizeof(coff_section);
  for (const Input &input : inputs)
    for (const SectionRef &ref : input.file->sections()) {
      const coff_section *section = input.file->getCOFFSection(ref);
      Expected<StringRef> name = input.file->getSectionName(section);
      if (!name)
        return name.takeError();
      coff_section out = *section;
      writeName(out.Name, *name, true);
      out.Characteristics =
          section->Characteristics & ~uint32_t(COFF::IMAGE_SCN_LNK_COMDAT);
      out.PointerToLinenumbers = 0;
      out.NumberOfLinenumbers = 0;
      ArrayRef<uint8_t> bytes;
      if (Error error = input.file->getSectionContents(section, bytes))
        return error;
      if (!bytes.empty()) {
        out.PointerToRawData = start + contents.size();
        contents.append(bytes.begin(), bytes.end());
      }
      ArrayRef<coff_relocation> relocations =
          input.file->getRelocations(section);
      out.PointerToRelocations =
          relocations.empty() ? 0 : start + uint32_t(contents.size());
      if (section->hasExtendedRelocations()) {
        coff_relocation count = {};
        count.VirtualAddress = relocations.size() + 1;
        contents.append(reinterpret_cast<const char *>(&count), sizeof count);
      }
      for (coff_relocation relocation : relocations) {
        relocation.SymbolTableIndex =
            input.symbols[relocation.SymbolTableIndex];
        contents.append(reinterpret_cast<const char *>(&relocation),
                        sizeof relocation);
      }
      headers.append(reinterpret_cast<const char *>(&out), sizeof out);
    }
  return Error::success();
}

Expected<std::string> Joiner::join() {
  if (sectionCount > COFF::MaxNumberOfSections16)
    return createStringError("one object cannot hold " + Twine(sectionCount) +
                             " sections: --emit=lib makes an archive");
  if (Error error = collectNames())
    return error;
  if (Error error = placeSymbols())
    return error;
  // First, for their names must be near the start of the table of strings.
  if (Error error = writeSections())
    return error;
  if (Error error = writeSymbols())
    return error;
  coff_file_header header = {};
  header.Machine = COFF::IMAGE_FILE_MACHINE_AMD64;
  header.NumberOfSections = sectionCount;
  header.PointerToSymbolTable =
      sizeof header + headers.size() + contents.size();
  header.NumberOfSymbols = symbolCount;
  support::endian::write32le(strings.data(), strings.size());
  return std::string(reinterpret_cast<const char *>(&header), sizeof header) +
         headers + contents + symbolTable + strings;
}

Expected<std::string> joinCOFF(ArrayRef<ObjectMember> members) {
  Joiner joiner;
  for (const ObjectMember &member : members)
    if (Error error = joiner.add(member))
      return error;
  return joiner.join();
}

} // namespace wasmc
