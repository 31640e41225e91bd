// Decides what provides each import, and says what is missing.

#include "Imports.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace wasmc {

static FuncType makeType(ValType::Kind result,
                         std::initializer_list<ValType::Kind> params) {
  FuncType type;
  for (ValType::Kind kind : params)
    type.params.push_back(ValType(kind));
  if (result != ValType::Kind::Bottom)
    type.results.push_back(ValType(result));
  return type;
}

static const StringMap<FuncType> &wasiFunctions() {
  constexpr auto I32 = ValType::Kind::I32;
  constexpr auto I64 = ValType::Kind::I64;
  constexpr auto Void = ValType::Kind::Bottom;
#define PARAMETERS(...) {__VA_ARGS__}
  static const StringMap<FuncType> functions = {
#define WASI_FUNCTION(name, result, parameters)                                \
  {#name, makeType(result, PARAMETERS parameters)},
#include "wasi/WasiFunctions.def"
  };
#undef PARAMETERS
  return functions;
}

static StringRef kindName(ExternKind kind) {
  switch (kind) {
  case ExternKind::Func:
    return "function";
  case ExternKind::Table:
    return "table";
  case ExternKind::Memory:
    return "memory";
  case ExternKind::Global:
    return "global";
  case ExternKind::Tag:
    return "tag";
  }
  llvm_unreachable("all kinds are listed");
}

static std::string describe(const Module &module, const Import &import) {
  std::string text = formatv("  {0} '{1}.{2}'", kindName(import.kind),
                             import.module, import.name);
  switch (import.kind) {
  case ExternKind::Func:
    return text + " " + toString(module.typeOfFunction(import.index));
  case ExternKind::Global: {
    const GlobalType &type = module.globals[import.index].type;
    return text + (type.isMutable ? " (mut " + toString(type.type) + ")"
                                  : " " + toString(type.type));
  }
  case ExternKind::Table:
    return text + " " + toString(module.tables[import.index].type.element);
  case ExternKind::Memory:
    return text +
           formatv(" {0} pages", module.memories[import.index].type.limits.min)
               .str();
  case ExternKind::Tag:
    return text;
  }
  llvm_unreachable("all kinds are listed");
}

// The runtime symbol for `import`, or empty with `problem` set.
static std::string resolve(const Module &module, const Import &import,
                           std::string &problem) {
  if (import.kind != ExternKind::Func ||
      import.module != "wasi_snapshot_preview1") {
    problem = describe(module, import);
    return "";
  }
  auto known = wasiFunctions().find(import.name);
  if (known == wasiFunctions().end()) {
    problem = describe(module, import);
    return "";
  }
  if (!(known->second == module.typeOfFunction(import.index))) {
    problem = describe(module, import) + ", but WASI defines it as " +
              toString(known->second);
    return "";
  }
  return ("wasmc_wasi_" + import.name).str();
}

Expected<std::vector<std::string>> resolveImports(const Module &module) {
  std::vector<std::string> symbols;
  std::string problems;
  for (const Import &import : module.imports) {
    std::string problem;
    std::string symbol = resolve(module, import, problem);
    if (!problem.empty())
      problems += "\n" + problem;
    else
      symbols.push_back(symbol);
  }
  if (!problems.empty())
    return createStringError("imports that nothing provides:" + problems);
  return symbols;
}

} // namespace wasmc
