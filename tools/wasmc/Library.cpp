// Static libraries and headers; shared libraries are links as programs are.

#include "Library.h"
#include "Codegen/Link.h"
#include "Codegen/LinkJoinCOFF.h"
#include "Codegen/LinkLibrary.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace wasmc {

Error readHostObjects(DriverOptions &options) {
  // The dynamic linker runs those of a shared library.
  bool runsConstructors = options.emit == EmitKind::SharedLibrary &&
                          options.codegen.target == TargetKind::Linux;
  for (const std::string &path : options.hostObjects)
    if (Error error =
            addDefinedSymbols(path, options.codegen.target, runsConstructors,
                              options.codegen.hostSymbols))
      return error;
  return Error::success();
}

static Expected<std::vector<ObjectMember>>
membersOf(const DriverOptions &options, const CompileResult &compiled) {
  LibraryRequest request;
  request.target = options.codegen.target;
  request.runtimeDir = runtimeDir(options.codegen.target);
  request.nameSpace = options.codegen.nameSpace;
  request.symbols = compiled.librarySymbols;
  StringRef suffix =
      options.codegen.target == TargetKind::Windows ? ".obj" : ".o";
  unsigned number = 0;
  for (const auto &object : compiled.outputs)
    request.objects.push_back(
        {(request.nameSpace + "-" + Twine(number++) + suffix).str(),
         std::string(object.data(), object.size())});
  return selfContained(request);
}

Error writeArchive(const DriverOptions &options,
                   const CompileResult &compiled) {
  Expected<std::vector<ObjectMember>> members = membersOf(options, compiled);
  if (!members)
    return members.takeError();
  Expected<std::string> archive = archiveOf(*members, options.codegen.target);
  if (!archive)
    return archive.takeError();
  return writeWhole(options.output, *archive);
}

Expected<std::vector<SmallVector<char, 0>>>
objectsOfLibrary(const DriverOptions &options, const CompileResult &compiled) {
  Expected<std::vector<ObjectMember>> members = membersOf(options, compiled);
  if (!members)
    return members.takeError();
  std::vector<SmallVector<char, 0>> objects;
  if (options.codegen.target == TargetKind::Windows) {
    Expected<std::string> joined = joinCOFF(*members);
    if (!joined)
      return joined.takeError();
    objects.emplace_back(joined->begin(), joined->end());
    return objects;
  }
  for (const ObjectMember &member : *members)
    objects.emplace_back(member.bytes.begin(), member.bytes.end());
  return objects;
}

Error explainLink(const DriverOptions &options, Error error) {
  bool hasLibrary = options.emit == EmitKind::SharedLibrary &&
                    options.codegen.target == TargetKind::Linux;
  if (!error || options.hostObjects.empty() || hasLibrary)
    return error;
  std::string text = toString(std::move(error));
  if (StringRef(text).contains("undefined symbol"))
    text += "\nthere is no C library: the objects must define all they call, "
            "or archives beside them";
  return createStringError(text);
}

bool isDll(const DriverOptions &options) {
  return options.emit == EmitKind::SharedLibrary &&
         options.codegen.target == TargetKind::Windows;
}

std::string importLibraryFile(const TempDir &temps) {
  return temps.file("import.lib");
}

Error writeDll(const DriverOptions &options, const TempDir &temps,
               OutputFile &output,
               function_ref<Error(const std::string &path)> linkInto) {
  std::string name = sys::path::filename(options.output).str(), bytes;
  std::string linked = temps.file(name);
  if (Error error = linkInto(linked))
    return error;
  if (Error error = readFile(linked, UINT32_MAX, bytes))
    return error;
  if (Error error = output.write(bytes))
    return error;
  if (Error error = readFile(importLibraryFile(temps), UINT32_MAX, bytes))
    return error;
  SmallString<128> path(options.output);
  sys::path::replace_extension(path, "lib");
  return writeWhole(std::string(path), bytes);
}

Error writeHeader(const std::string &path, const CompileResult &compiled) {
  return writeWhole(path, compiled.header);
}

} // namespace wasmc
