// Builds the archive with LLVM's own tools, as a library.

#include "LinkLibrary.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ObjCopy/ConfigManager.h"
#include "llvm/ObjCopy/ObjCopy.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace llvm::object;

namespace wasmc {

namespace {
// The symbols of an object that others see.
struct GlobalSymbols {
  std::vector<std::string> defined, undefined;
};
} // namespace

static Error readSymbols(const SymbolicFile &file, GlobalSymbols &symbols) {
  for (const BasicSymbolRef &symbol : file.symbols()) {
    Expected<uint32_t> flags = symbol.getFlags();
    if (!flags)
      return flags.takeError();
    bool isUndefined = *flags & BasicSymbolRef::SF_Undefined;
    if (!isUndefined && !(*flags & BasicSymbolRef::SF_Global))
      continue;
    if (*flags & BasicSymbolRef::SF_FormatSpecific)
      continue;
    // What may be missing is not to be looked for.
    if (isUndefined && *flags & BasicSymbolRef::SF_Weak)
      continue;
    std::string name;
    raw_string_ostream os(name);
    if (Error error = symbol.printName(os))
      return error;
    os.flush();
    if (!name.empty())
      (isUndefined ? symbols.undefined : symbols.defined).push_back(name);
  }
  return Error::success();
}

static Expected<GlobalSymbols> symbolsOf(const ObjectMember &member) {
  Expected<std::unique_ptr<ObjectFile>> file =
      ObjectFile::createObjectFile(MemoryBufferRef(member.bytes, member.name));
  if (!file)
    return file.takeError();
  GlobalSymbols symbols;
  if (Error error = readSymbols(**file, symbols))
    return error;
  return symbols;
}

static Error cannotRead(StringRef path, Error error) {
  return createStringError("cannot read '" + path +
                           "': " + toString(std::move(error)));
}

static Expected<std::vector<ObjectMember>>
readArchive(const std::string &path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> buffer = MemoryBuffer::getFile(path);
  if (!buffer)
    return cannotRead(path, errorCodeToError(buffer.getError()));
  Expected<std::unique_ptr<Archive>> archive = Archive::create(**buffer);
  if (!archive)
    return cannotRead(path, archive.takeError());
  std::vector<ObjectMember> members;
  Error error = Error::success();
  for (const Archive::Child &child : (*archive)->children(error)) {
    Expected<StringRef> name = child.getName(), bytes = child.getBuffer();
    if (!name || !bytes) {
      consumeError(bytes.takeError());
      return cannotRead(path, name.takeError());
    }
    members.push_back({name->str(), bytes->str()});
  }
  if (error)
    return cannotRead(path, std::move(error));
  return members;
}

namespace {
// Collects members, starting with the module's, until nothing is missing that
// the runtime has.
class Collector {
public:
  Error add(const std::vector<ObjectMember> &objects, bool isRuntime);
  Error takeNeeded();

  std::vector<ObjectMember> taken;
  StringMap<char> defined; // by those that were taken

private:
  Error take(const ObjectMember &member, const GlobalSymbols &symbols);

  const std::vector<ObjectMember> *runtime = nullptr;
  std::vector<GlobalSymbols> runtimeSymbols;
  StringMap<size_t> providers; // in the runtime
  std::vector<std::string> wanted;
  std::set<size_t> takenRuntime; // in the archive's order
};
} // namespace

Error Collector::take(const ObjectMember &member,
                      const GlobalSymbols &symbols) {
  for (const std::string &symbol : symbols.defined)
    defined[symbol] = 1;
  for (const std::string &symbol : symbols.undefined)
    wanted.push_back(symbol);
  return Error::success();
}

Error Collector::add(const std::vector<ObjectMember> &objects, bool isRuntime) {
  for (size_t i = 0; i < objects.size(); ++i) {
    Expected<GlobalSymbols> symbols = symbolsOf(objects[i]);
    if (!symbols)
      return symbols.takeError();
    if (!isRuntime) {
      taken.push_back(objects[i]);
      if (Error error = take(objects[i], *symbols))
        return error;
      continue;
    }
    runtime = &objects;
    for (const std::string &symbol : symbols->defined)
      providers.try_emplace(symbol, i);
    runtimeSymbols.push_back(std::move(*symbols));
  }
  return Error::success();
}

Error Collector::takeNeeded() {
  while (!wanted.empty()) {
    std::string symbol = std::move(wanted.back());
    wanted.pop_back();
    auto provider = providers.find(symbol);
    // The host's C library has thread-local variables, and tells the system.
    if (provider == providers.end() || symbol == "_tls_index" ||
        !takenRuntime.insert(provider->second).second)
      continue;
    size_t index = provider->second;
    if (Error error = take((*runtime)[index], runtimeSymbols[index]))
      return error;
  }
  for (size_t index : takenRuntime)
    taken.push_back((*runtime)[index]);
  return Error::success();
}

static Error rename(ObjectMember &member, const StringMap<std::string> &names) {
  objcopy::ConfigManager config;
  for (const auto &entry : names)
    config.Common.SymbolsToRename[entry.first()] = entry.second;
  // Numbers of symbols, which may change.
  Expected<objcopy::NameOrPattern> table = objcopy::NameOrPattern::create(
      ".llvm_addrsig", objcopy::MatchStyle::Literal,
      [](Error error) { return error; });
  if (!table)
    return table.takeError();
  if (Error error = config.Common.ToRemove.addMatcher(std::move(table)))
    return error;
  Expected<std::unique_ptr<Binary>> binary =
      createBinary(MemoryBufferRef(member.bytes, member.name));
  if (!binary)
    return binary.takeError();
  std::string renamed;
  raw_string_ostream os(renamed);
  if (Error error = objcopy::executeObjcopyOnBinary(config, **binary, os))
    return error;
  member.bytes = std::move(os.str());
  return Error::success();
}

Expected<std::vector<ObjectMember>>
selfContained(const LibraryRequest &request) {
  SmallString<256> path(request.runtimeDir);
  sys::path::append(path, "libwasmc_rt.a");
  Expected<std::vector<ObjectMember>> runtime = readArchive(std::string(path));
  if (!runtime)
    return runtime.takeError();
  Collector collector;
  if (Error error = collector.add(*runtime, /*isRuntime=*/true))
    return error;
  if (Error error = collector.add(request.objects, /*isRuntime=*/false))
    return error;
  if (Error error = collector.takeNeeded())
    return error;
  StringMap<std::string> names;
  for (const auto &entry : collector.defined)
    names[entry.first()] = request.nameSpace + "." + entry.first().str();
  for (const std::string &symbol : request.symbols)
    names.erase(symbol);
  for (ObjectMember &member : collector.taken)
    if (Error error = rename(member, names))
      return error;
  return std::move(collector.taken);
}

Expected<std::string> archiveOf(const std::vector<ObjectMember> &members,
                                TargetKind target) {
  std::vector<NewArchiveMember> files;
  for (const ObjectMember &member : members)
    files.push_back(
        NewArchiveMember(MemoryBufferRef(member.bytes, member.name)));
  Expected<std::unique_ptr<MemoryBuffer>> buffer = writeArchiveToBuffer(
      files, SymtabWritingMode::NormalSymtab,
      target == TargetKind::Windows ? Archive::K_COFF : Archive::K_GNU,
      /*Deterministic=*/true, /*Thin=*/false);
  if (!buffer)
    return buffer.takeError();
  return (*buffer)->getBuffer().str();
}

static bool hasConstructors(const SymbolicFile &file) {
  auto *object = dyn_cast<ObjectFile>(&file);
  if (!object)
    return false;
  for (const SectionRef &section : object->sections()) {
    Expected<StringRef> name = section.getName();
    if (!name)
      consumeError(name.takeError());
    else if (name->starts_with(".init_array") || name->starts_with(".ctors") ||
             name->starts_with(".CRT$XC"))
      return true;
  }
  return false;
}

static Error checkFormat(const SymbolicFile &file, StringRef path,
                         TargetKind target) {
  bool isCOFF = file.isCOFF() || file.isCOFFImportFile();
  bool isX86 = file.isCOFFImportFile() ||
               (isa<ObjectFile>(file) &&
                cast<ObjectFile>(file).getArch() == Triple::x86_64);
  bool isForTarget = target == TargetKind::Windows ? isCOFF : file.isELF();
  if (isX86 && isForTarget)
    return Error::success();
  return createStringError("'" + path + "' is not for the target");
}

Error addDefinedSymbols(const std::string &path, TargetKind target,
                        bool runsConstructors,
                        std::set<std::string, std::less<>> &symbols) {
  Expected<OwningBinary<Binary>> binary = createBinary(path);
  if (!binary)
    return cannotRead(path, binary.takeError());
  GlobalSymbols found;
  if (auto *archive = dyn_cast<Archive>(binary->getBinary())) {
    Error error = Error::success();
    for (const Archive::Child &child : archive->children(error)) {
      Expected<std::unique_ptr<Binary>> member = child.getAsBinary();
      if (!member) {
        consumeError(std::move(error));
        return cannotRead(path, member.takeError());
      }
      auto *file = dyn_cast<SymbolicFile>(member->get());
      if (!file)
        continue;
      Error failure = checkFormat(*file, path, target);
      if (!failure)
        failure = readSymbols(*file, found);
      if (failure) {
        consumeError(std::move(error));
        return failure;
      }
    }
    if (error)
      return cannotRead(path, std::move(error));
  } else if (auto *file = dyn_cast<SymbolicFile>(binary->getBinary())) {
    if (Error error = checkFormat(*file, path, target))
      return error;
    if (!runsConstructors && hasConstructors(*file))
      return createStringError(
          "'" + path +
          "' has constructors, which nothing would run: there is no C library");
    if (Error error = readSymbols(*file, found))
      return cannotRead(path, std::move(error));
  } else {
    return createStringError("'" + path +
                             "' is neither an object nor a library");
  }
  symbols.insert(found.defined.begin(), found.defined.end());
  return Error::success();
}

} // namespace wasmc
