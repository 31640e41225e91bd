// Names what the host sees of a module; see the header.

#include "Library.h"
#include "ProgramPlan.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace wasmc {

static bool isNumber(ValType type) {
  switch (type.kind) {
  case ValType::Kind::I32:
  case ValType::Kind::I64:
  case ValType::Kind::F32:
  case ValType::Kind::F64:
    return true;
  default:
    return false;
  }
}

bool isHostType(const FuncType &type) {
  auto isForC = [](ValType type) {
    return isNumber(type) || isPassedByPointer(type);
  };
  return all_of(type.params, isForC) && all_of(type.results, isForC);
}

std::string identifierText(StringRef text) {
  std::string identifier = text.str();
  for (char &c : identifier)
    if (!isAlnum(c))
      c = '_';
  return identifier;
}

std::string hostSymbol(StringRef module, StringRef name) {
  std::string symbol = identifierText(module) + "_" + identifierText(name);
  return isDigit(symbol[0]) ? "_" + symbol : symbol;
}

std::string signaturePrefix(StringRef symbol) {
  return ("wasmc_sig_" + symbol + "__").str();
}

static char letterOf(ValType type) {
  switch (type.kind) {
  case ValType::Kind::I32:
    return 'i';
  case ValType::Kind::I64:
    return 'I';
  case ValType::Kind::F32:
    return 'f';
  case ValType::Kind::V128:
    return 'V';
  default:
    return 'F';
  }
}

std::string signatureText(const FuncType &type) {
  auto letters = [](ArrayRef<ValType> types) {
    std::string text;
    for (ValType each : types)
      text += letterOf(each);
    return text.empty() ? "v" : text;
  };
  return letters(type.params) + "_" + letters(type.results);
}

static bool readLetters(StringRef text, std::vector<ValType> &types) {
  if (text == "v")
    return true;
  for (char letter : text)
    switch (letter) {
    case 'i':
      types.push_back(ValType::Kind::I32);
      break;
    case 'I':
      types.push_back(ValType::Kind::I64);
      break;
    case 'f':
      types.push_back(ValType::Kind::F32);
      break;
    case 'F':
      types.push_back(ValType::Kind::F64);
      break;
    case 'V':
      types.push_back(ValType::Kind::V128);
      break;
    default:
      return false;
    }
  return !text.empty();
}

std::optional<FuncType> signatureType(StringRef text) {
  auto [params, results] = text.split('_');
  std::vector<ValType> left, right;
  if (!readLetters(params, left) || !readLetters(results, right))
    return std::nullopt;
  FuncType type;
  type.params.assign(left.begin(), left.end());
  type.results.assign(right.begin(), right.end());
  return type;
}

// What every library has.
static constexpr StringLiteral functionsOfAll[] = {
    "instantiate", "free", "error", "exit_code", "on_failure"};

namespace {
// Gives every export a C name of its own.
class Namer {
public:
  explicit Namer(LibraryInterface &interface) : interface(interface) {
    for (StringRef name : functionsOfAll)
      taken.insert(name);
    // Other names in the header.
    for (StringRef name : {"instance", "interface", "module"})
      taken.insert(name);
  }

  void add(const Export &exported);

private:
  void leaveOut(const Export &exported, const Twine &what) {
    interface.leftOut.push_back(
        (what + " '" + identifierText(exported.name) + "'").str());
  }
  // `prefixes`: of the functions that the export becomes.
  void name(std::vector<LibraryExport> &list, const Export &exported,
            ArrayRef<StringRef> prefixes, ArrayRef<StringRef> suffixes);

  LibraryInterface &interface;
  StringSet<> taken;
};
} // namespace

void Namer::name(std::vector<LibraryExport> &list, const Export &exported,
                 ArrayRef<StringRef> prefixes, ArrayRef<StringRef> suffixes) {
  std::string base = identifierText(exported.name), unique = base;
  auto isTaken = [&] {
    for (StringRef prefix : prefixes)
      for (StringRef suffix : suffixes)
        if (taken.contains((prefix + unique + suffix).str()))
          return true;
    return false;
  };
  for (unsigned n = 2; isTaken(); ++n)
    unique = base + "_" + std::to_string(n);
  for (StringRef prefix : prefixes)
    for (StringRef suffix : suffixes)
      taken.insert((prefix + unique + suffix).str());
  list.push_back({unique, exported.name.str(), exported.index});
}

void Namer::add(const Export &exported) {
  const Module &module = *interface.module;
  switch (exported.kind) {
  case ExternKind::Func:
    // It runs when the module is instantiated.
    if (exported.name == "_initialize")
      return;
    if (!isHostType(module.typeOfFunction(exported.index)))
      return leaveOut(exported, "function");
    return name(interface.functions, exported, {""}, {""});
  case ExternKind::Global:
    if (!isNumber(module.globals[exported.index].type.type))
      return leaveOut(exported, "global");
    return name(interface.globals, exported, {"get_", "set_"}, {""});
  case ExternKind::Memory:
    return name(interface.memories, exported, {""}, {"_data", "_size"});
  case ExternKind::Table:
    return leaveOut(exported, "table");
  case ExternKind::Tag:
    return leaveOut(exported, "tag");
  }
}

static Error addImports(LibraryInterface &interface,
                        const ProgramPlan &program) {
  StringMap<const LibraryImport *> known;
  std::vector<std::unique_ptr<LibraryImport>> found;
  for (const auto &unit : program.units)
    for (const Import &import : unit->module.imports) {
      if (import.kind != ExternKind::Func ||
          !unit->hostFunctions.count(import.index))
        continue;
      auto entry = std::make_unique<LibraryImport>();
      entry->symbol = unit->hostFunctions.find(import.index)->second;
      entry->imported = (import.module + "." + import.name).str();
      entry->type = &unit->module.typeOfFunction(import.index);
      auto [place, isNew] = known.try_emplace(entry->symbol, entry.get());
      if (isNew) {
        found.push_back(std::move(entry));
        continue;
      }
      const LibraryImport &other = *place->second;
      if (other.imported != entry->imported || !(*other.type == *entry->type))
        return createStringError(
            "two imports are the host's function '" + entry->symbol + "': '" +
            other.imported + "' " + toString(*other.type) + " and '" +
            entry->imported + "' " + toString(*entry->type));
    }
  for (auto &entry : found)
    interface.imports.push_back(std::move(*entry));
  return Error::success();
}

Expected<LibraryInterface> libraryInterface(const ProgramPlan &program) {
  LibraryInterface interface;
  interface.nameSpace = program.options.nameSpace;
  interface.hasManyInstances = program.options.manyInstances;
  interface.module = &program.units.back()->module;
  Namer namer(interface);
  // Functions come first: their names are the plainest.
  for (bool isFunction : {true, false})
    for (const Export &exported : interface.module->exports)
      if ((exported.kind == ExternKind::Func) == isFunction)
        namer.add(exported);
  if (Error error = addImports(interface, program))
    return error;
  return std::move(interface);
}

std::vector<std::string> librarySymbols(const LibraryInterface &interface) {
  std::vector<std::string> symbols = {
      interface.symbol("interface_" + interface.fingerprint())};
  for (StringRef name : functionsOfAll)
    symbols.push_back(interface.symbol(name));
  for (const LibraryExport &function : interface.functions)
    symbols.push_back(interface.symbol(function.name));
  for (const LibraryExport &global : interface.globals) {
    symbols.push_back(interface.symbol("get_" + global.name));
    if (interface.module->globals[global.index].type.isMutable)
      symbols.push_back(interface.symbol("set_" + global.name));
  }
  for (const LibraryExport &memory : interface.memories) {
    symbols.push_back(interface.symbol(memory.name + "_data"));
    symbols.push_back(interface.symbol(memory.name + "_size"));
  }
  llvm::sort(symbols);
  return symbols;
}

} // namespace wasmc
