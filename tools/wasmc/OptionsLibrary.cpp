// Options about a module's host in C: libraries, headers, objects.

#include "Codegen/Library.h"
#include "OptionParser.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace llvm::opt;

namespace wasmc {

bool isHostObject(StringRef path) {
  StringRef suffix = sys::path::extension(path);
  return suffix == ".o" || suffix == ".obj" || suffix == ".a" ||
         suffix == ".lib";
}

static bool isIdentifier(StringRef text) {
  return !text.empty() && !isDigit(text[0]) &&
         all_of(text, [](char c) { return isAlnum(c) || c == '_'; });
}

void OptionParser::parseNameSpace() {
  std::string &name = result.codegen.nameSpace;
  if (const Arg *arg = args.getLastArg(OPT_namespace)) {
    name = arg->getValue();
    if (!isIdentifier(name))
      badValue(arg, "a C identifier");
    return;
  }
  if (!result.inputs.empty())
    name = identifierText(result.inputs.front().name);
  if (!isIdentifier(name))
    name = "_" + name;
}

void OptionParser::parseLibrary() {
  CodegenOptions &codegen = result.codegen;
  bool isObject = result.emit == EmitKind::Object && args.hasArg(OPT_namespace);
  codegen.isLibrary = isObject || result.emit == EmitKind::Library ||
                      result.emit == EmitKind::SharedLibrary ||
                      result.emit == EmitKind::Header;
  bool isWindows = codegen.target == TargetKind::Windows;
  // A DLL cannot look for functions in the program that loads it.
  codegen.leavesImports =
      codegen.isLibrary &&
      !(isWindows && result.emit == EmitKind::SharedLibrary);
  if (codegen.isLibrary && codegen.policy.argv0.empty())
    codegen.policy.argv0 = codegen.nameSpace;
  if (codegen.isLibrary && args.hasArg(OPT_entry))
    diags.error("'--entry' has no meaning for a library: its host calls what "
                "it exports");
  if (const Arg *arg = args.getLastArg(OPT_instances)) {
    StringRef value = arg->getValue();
    codegen.manyInstances = value == "many";
    if (value != "many" && value != "one")
      badValue(arg, "one or many");
    else if (codegen.manyInstances && !codegen.isLibrary)
      diags.error("'--instances=many' is for libraries: a program is one "
                  "instance");
  }
  if (const Arg *arg = args.getLastArg(OPT_emit_header, OPT_emit_header_eq)) {
    result.emitsHeader = true;
    if (arg->getOption().matches(OPT_emit_header_eq))
      result.headerPath = arg->getValue();
  }
  bool isLinked = result.emit == EmitKind::Program ||
                  result.emit == EmitKind::SharedLibrary;
  if (!isLinked && result.action == Action::Compile)
    for (const std::string &object : result.hostObjects)
      diags.error("'" + object +
                  "' is for a link: give it to that of the host, or make a "
                  "program or a shared library");
}

// Beside the output, under the namespace's name.
void OptionParser::setDefaultHeader() {
  if (!result.emitsHeader || !result.headerPath.empty())
    return;
  if (result.output == "-") {
    diags.error(
        "'--emit-header' needs the name of a file: the output has none");
    return;
  }
  SmallString<128> path(sys::path::parent_path(result.output));
  sys::path::append(path, result.codegen.nameSpace + ".h");
  result.headerPath = std::string(path);
}

} // namespace wasmc
