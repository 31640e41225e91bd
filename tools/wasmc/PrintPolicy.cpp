// Finds the policy in an ELF or PE file by its section, and puts it into words.

#include "PrintPolicy.h"
#include "Diagnostics.h"
#include "abi/policy_blob.h"
#include "abi/wasmc_abi.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace wasmc {
namespace {

// A string of the policy in quotes, safe for a terminal.
std::string quoted(const TextView &view) {
  std::string text = "\"";
  for (char byte : StringRef(view.data, view.size)) {
    if (byte == '"' || byte == '\\')
      text += '\\';
    text += byte;
  }
  return sanitizeForTerminal(text + '"');
}

void printRow(const PolicyRow &row, raw_ostream &os) {
  switch (row.kind) {
  case WASMC_POLICY_DIR:
    os << "directory " << quoted(row.first) << " as " << quoted(row.second);
    break;
  case WASMC_POLICY_DIR_RO:
    os << "directory " << quoted(row.first) << " as " << quoted(row.second)
       << ", for reading only";
    break;
  case WASMC_POLICY_ENV:
    os << "environment: " << quoted(row.first) << " is " << quoted(row.second);
    break;
  case WASMC_POLICY_INHERIT_VAR:
    os << "environment: " << quoted(row.first) << " is passed on";
    break;
  case WASMC_POLICY_ARGV0:
    os << "program name: " << quoted(row.first);
    break;
  case WASMC_POLICY_ARG:
    os << "argument before the user's: " << quoted(row.first);
    break;
  case WASMC_POLICY_LISTEN:
    os << "accepts TCP connections on " << quoted(row.first);
    break;
  default:
    os << "something that this version of wasmc does not know: kind "
       << unsigned(row.kind);
  }
  os << '\n';
}

Error printBlob(StringRef section, raw_ostream &os) {
  auto *bytes = reinterpret_cast<const uint8_t *>(section.data());
  constexpr size_t headerSize = 24, sizeOffset = 12;
  if (section.size() < headerSize ||
      support::endian::read32le(bytes + sizeOffset) > section.size())
    return createStringError("the policy is damaged");
  PolicyReader rows(bytes);
  std::string text;
  raw_string_ostream lines(text);
  PolicyRow row;
  while (rows.next(&row))
    printRow(row, lines);
  if (!rows.isComplete())
    return createStringError("the policy is damaged");
  os << "standard streams and arguments\n" << lines.str();
  if (rows.flags() & WASMC_POLICY_INHERIT_ENV)
    os << "environment: all variables are passed on\n";
  if (rows.flags() & WASMC_POLICY_LOCKED)
    os << "locked: the user cannot grant more\n";
  else
    os << "not locked: WASMC_DIR, WASMC_ENV and WASMC_LISTEN can grant more\n";
  return Error::success();
}

// Whether it is one of the formats that wasmc writes; LLVM's readers of others
// are not made for whatever a user may name.
bool isOurFormat(StringRef bytes) {
  switch (identify_magic(bytes)) {
  case file_magic::elf_relocatable:
  case file_magic::elf_executable:
  case file_magic::elf_shared_object: // position-independent programs, too
  case file_magic::coff_object:
  case file_magic::pecoff_executable:
    return true;
  default:
    return false;
  }
}

} // namespace

Error printPolicy(const std::string &path, raw_ostream &os) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> file = MemoryBuffer::getFileOrSTDIN(
      path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!file)
    return createStringError("cannot be read: " + file.getError().message());
  if (!isOurFormat((*file)->getBuffer()))
    return createStringError("neither an ELF nor a PE file");
  auto object =
      object::ObjectFile::createObjectFile((*file)->getMemBufferRef());
  if (!object)
    return object.takeError();
  for (const object::SectionRef &section : (*object)->sections()) {
    Expected<StringRef> name = section.getName();
    if (!name) {
      consumeError(name.takeError());
      continue;
    }
    if (*name != WASMC_POLICY_SECTION)
      continue;
    Expected<StringRef> contents = section.getContents();
    return contents ? printBlob(*contents, os) : contents.takeError();
  }
  return createStringError("has no policy: wasmc did not make this program");
}

} // namespace wasmc
