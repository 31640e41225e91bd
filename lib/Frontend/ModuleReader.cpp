// The frame of a module (core spec 5.5.17): preamble, then sections in order.

#include "ModuleReader.h"
#include "BodyErrors.h"
#include "SectionReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"

using namespace llvm;
using namespace wasmc;

static constexpr size_t preambleSize = 8;

// What a file that is no module seems to be: "" if there is no telling.
static StringRef guessFormat(StringRef bytes) {
  if (bytes.starts_with("\x7f"
                        "ELF"))
    return " (this is an ELF file)";
  if (bytes.starts_with("\x1f\x8b"))
    return " (this is a gzip file)";
  if (bytes.starts_with("MZ"))
    return " (this is a Windows program)";
  if (bytes.starts_with("!<arch>"))
    return " (this is an archive)";
  if (bytes.starts_with("BC\xC0\xDE"))
    return " (this is LLVM bitcode)";
  auto isText = [](char c) { return isPrint(c) || isSpace(c); };
  if (all_of(bytes.take_front(64), isText))
    return " (this looks like text)";
  return "";
}

static bool checkPreamble(StringRef bytes, ErrorSlot &errors) {
  const StringRef magic("\0asm", 4);
  if (bytes.empty())
    return errors.malformed(0, "unexpected end: the file is empty");
  if (!bytes.starts_with(magic)) {
    if (magic.starts_with(bytes))
      return errors.malformed(bytes.size(), "unexpected end");
    StringRef what = bytes.size() < magic.size() ? "unexpected end"
                                                 : "magic header not detected";
    return errors.malformed(0, what + ": not a WebAssembly module" +
                                   guessFormat(bytes));
  }
  if (bytes.size() < preambleSize)
    return errors.malformed(bytes.size(), "unexpected end");
  // A component has the same magic, then a version and a layer.
  const uint32_t version = support::endian::read32le(bytes.data() + 4);
  if (version >> 16 == 1)
    return errors.malformed(4, "unknown binary version: this is a component, "
                               "not a core module: components are not "
                               "supported");
  return version == 1 ||
         errors.malformed(4, "unknown binary version 0x" + utohexstr(version));
}

namespace {

struct SectionInfo {
  StringLiteral text;
  unsigned order; // 0 for custom sections
  bool (SectionReader::*read)(ArrayRef<uint8_t>, uint64_t, size_t);
};

} // namespace

// The row of Sections.def; its place is the order.
static const SectionInfo *sectionInfo(uint8_t id) {
  enum : unsigned {
#define SECTION(id, Name, text) orderOf##Name,
#include "Sections.def"
  };
  switch (id) {
#define SECTION(id, Name, text)                                                \
  case id: {                                                                   \
    static constexpr SectionInfo info = {text, orderOf##Name,                  \
                                         &SectionReader::read##Name##Section}; \
    return &info;                                                              \
  }
#include "Sections.def"
  }
  return nullptr;
}

// Reads all sections. `current` follows for the error's context.
static bool readSections(ArrayRef<uint8_t> bytes, SectionReader &sections,
                         ErrorSlot &errors, const SectionInfo *&current) {
  ByteReader in(bytes.drop_front(preambleSize), preambleSize, errors);
  const SectionInfo *last = nullptr;
  while (!in.atEnd()) {
    const uint64_t start = in.offset();
    uint8_t id;
    uint32_t size;
    ArrayRef<uint8_t> content;
    current = nullptr;
    if (!in.readByte(id))
      return false;
    const SectionInfo *info = sectionInfo(id);
    if (!info)
      return errors.malformed(start,
                              "malformed section id " + Twine(unsigned(id)));
    current = info;
    if (!in.readU32(size))
      return false;
    const uint64_t contentOffset = in.offset();
    if (size > in.remaining())
      return errors.malformed(
          start, "length out of bounds: unexpected end of a section of " +
                     Twine(size) + " bytes, of which " + Twine(in.remaining()) +
                     " are there");
    if (info->order != 0 && last && info->order <= last->order)
      return errors.malformed(
          start, "unexpected content after last section: " + info->text +
                     " section after " + last->text + " section");
    if (!in.readBytes(size, content))
      return false;
    const size_t beyond = info->order == 0 ? 0 : in.remaining();
    if (!(sections.*info->read)(content, contentOffset, beyond))
      return false;
    if (info->order != 0)
      last = info;
  }
  current = nullptr;
  return sections.finish(in.offset());
}

Expected<std::unique_ptr<Module>>
wasmc::readModule(StringRef bytes, const ReaderOptions &options) {
  ErrorSlot errors;
  auto module = std::make_unique<Module>();
  module->bytes = arrayRefFromStringRef(bytes);
  SectionReader sections(*module, options, errors);
  const SectionInfo *current = nullptr;
  Decoder whole(arrayRefFromStringRef(bytes), 0, options,
                module->canonicalTypes, errors);
  if (checkPreamble(bytes, errors) &&
      whole.within(&ImplementationLimits::moduleSize, bytes.size(), 0) &&
      readSections(arrayRefFromStringRef(bytes), sections, errors, current))
    return module;
  return precedingBodyError(
      *module, options,
      errors.take(current ? "in the " + current->text + " section" : ""));
}
