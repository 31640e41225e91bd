// Expands WasiFunctions.def into maps, one for each module that programs import
// from.

#include "WasiTable.h"
#include "llvm/ADT/StringMap.h"

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

static const StringMap<WasiFunction> &preview1() {
  constexpr auto I32 = ValType::Kind::I32;
  constexpr auto I64 = ValType::Kind::I64;
  constexpr auto Void = ValType::Kind::Bottom;
#define PARAMETERS(...) {__VA_ARGS__}
  static const StringMap<WasiFunction> functions = {
#define WASI_FUNCTION(name, result, parameters, arguments, limits)             \
  {#name,                                                                      \
   {makeType(result, PARAMETERS parameters), "wasmc_wasi_" #name,              \
    #name " " arguments}},
#include "wasi/WasiFunctions.def"
  };
#undef PARAMETERS
  return functions;
}

static StringMap<WasiFunction> makeUnstable() {
  StringMap<WasiFunction> functions = preview1();
#define WASI_FUNCTION(...)
#define WASI_UNSTABLE(name, arguments)                                         \
  functions[#name].symbol = "wasmc_wasi_unstable_" #name;                      \
  functions[#name].traceText = #name " " arguments;
#define WASI_NOT_UNSTABLE(name) functions.erase(#name);
#include "wasi/WasiFunctions.def"
  return functions;
}

static const StringMap<WasiFunction> &threads() {
  constexpr auto I32 = ValType::Kind::I32;
#define PARAMETERS(...) {__VA_ARGS__}
  static const StringMap<WasiFunction> functions = {
#define WASI_FUNCTION(...)
#define WASI_THREADS_FUNCTION(text, name, result, parameters)                  \
  {text, {makeType(result, PARAMETERS parameters), "wasmc_wasi_" #name, ""}},
#include "wasi/WasiFunctions.def"
  };
#undef PARAMETERS
  return functions;
}

static const StringMap<WasiFunction> *functionsOf(StringRef module) {
  static const StringMap<WasiFunction> unstable = makeUnstable();
  if (module == "wasi_snapshot_preview1")
    return &preview1();
  if (module == "wasi_unstable")
    return &unstable;
  return module == "wasi" ? &threads() : nullptr;
}

bool isWasiModule(StringRef module) { return functionsOf(module); }

const WasiFunction *wasiFunction(StringRef module, StringRef name) {
  const StringMap<WasiFunction> *functions = functionsOf(module);
  if (!functions)
    return nullptr;
  auto found = functions->find(name);
  return found == functions->end() ? nullptr : &found->second;
}

std::string calledSymbol(const WasiFunction &function) {
  StringRef rest = function.symbol;
  if (function.traceText.empty())
    return rest.str();
  rest.consume_front("wasmc_wasi_");
  return "wasmc_traced_" + rest.str();
}

} // namespace wasmc
