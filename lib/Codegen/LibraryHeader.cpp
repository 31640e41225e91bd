// The header that a module's host includes: C, and C++ around it.

#include "Library.h"
#include "RuntimeABI.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace wasmc {

static const char *cType(ValType type) {
  switch (type.kind) {
  case ValType::Kind::I32:
    return "int32_t";
  case ValType::Kind::I64:
    return "int64_t";
  case ValType::Kind::F32:
    return "float";
  case ValType::Kind::V128:
    return "wasmc_v128";
  default:
    return "double";
  }
}

// "OutOfBounds" -> "OUT_OF_BOUNDS".
static std::string constantName(StringRef name) {
  std::string text;
  for (size_t i = 0; i < name.size(); ++i) {
    if (i && isUpper(name[i]))
      text += '_';
    text += toUpper(name[i]);
  }
  return text;
}

// What the headers of all modules have in common.
static void printCommon(raw_ostream &os) {
  os << "#ifndef WASMC_HOST_API\n#define WASMC_HOST_API 1\n\n"
        "/* How a call ended. */\ntypedef enum wasmc_status {\n"
        "  WASMC_OK = 0,\n";
#define TRAP(Name, number, text)                                               \
  os << "  WASMC_TRAP_" << constantName(#Name) << " = " << number              \
     << ", /* " text " */\n";
#include "abi/Traps.def"
#define STATUS(Name, NAME, number, text)                                       \
  os << "  WASMC_" #NAME " = " << number << ", /* " text " */\n";
#include "abi/Statuses.def"
  os << R"(  WASMC_STATUS_IS_INT = 0x7fffffff
} wasmc_status;

/* A vector, which is passed by a pointer: its bytes as memory has them. */
typedef struct wasmc_v128 {
  uint8_t bytes[16];
} wasmc_v128;

/* A linear memory. Its base stays where it is; its size may grow. */
typedef struct wasmc_memory {
  uint8_t *base;
  uint64_t size; /* bytes */
} wasmc_memory;

/* What functions that the host defines for a module are given. */
typedef struct wasmc_instance {
  const wasmc_memory *memory; /* the exported "memory", else the first, or 0 */
  void *user;                 /* the host's own */
} wasmc_instance;

#if defined(_WIN32)
#define WASMC_ANYWHERE __declspec(selectany)
#else
#define WASMC_ANYWHERE __attribute__((weak))
#endif

#endif

)";
}

namespace {
class HeaderWriter {
public:
  HeaderWriter(const LibraryInterface &interface, raw_ostream &os)
      : interface(interface), os(os), ns(interface.nameSpace) {}

  void printInterface();
  void printClass();

private:
  void printCommonFunctions();
  void printFunctions();
  void printGlobals();
  void printImports();
  std::string parameters(const FuncType &type, StringRef reference) const;
  void printMethod(const LibraryExport &function);
  void printAccessors();
  const GlobalType &globalType(const LibraryExport &global) const {
    return interface.module->globals[global.index].type;
  }

  const LibraryInterface &interface;
  raw_ostream &os;
  StringRef ns;
};
} // namespace

// ", int32_t p0, double *result": `reference` is what results, and vectors, are
// passed by.
std::string HeaderWriter::parameters(const FuncType &type,
                                     StringRef reference) const {
  std::string text;
  for (auto [i, param] : enumerate(type.params))
    if (isPassedByPointer(param))
      text += formatv(", const {0} {1}p{2}", cType(param), reference, i);
    else
      text += formatv(", {0} p{1}", cType(param), i);
  for (auto [i, result] : enumerate(type.results))
    text += formatv(", {0} {1}r{2}", cType(result), reference, i);
  return text;
}

void HeaderWriter::printCommonFunctions() {
  os << formatv(
      R"(/* Makes {1}, and runs what the module
 * runs at its start. `user` is for functions of the host. */
wasmc_status {0}_instantiate({0}_instance **instance, void *user);
/* Gives the memory and the open files of the instance back. */
void {0}_free({0}_instance *instance);
/* What the last status but WASMC_OK means, and the code of WASMC_EXIT. */
const char *{0}_error(void);
uint32_t {0}_exit_code(void);
/* Called before such a status is returned; may leave by a jump instead. */
void {0}_on_failure(void (*handler)(void *context, wasmc_status status,
                                    const char *text),
                    void *context);

)",
      ns,
      interface.hasManyInstances
          ? "an instance, of which there can be many at a time"
          : "the one instance that there can be at a time");
}

void HeaderWriter::printFunctions() {
  if (!interface.functions.empty())
    os << "/* Exported functions. A result is not set by a call that fails, "
          "and "
          "may be 0\n * if it is not wanted. */\n";
  for (const LibraryExport &function : interface.functions)
    os << "wasmc_status " << interface.symbol(function.name) << "(" << ns
       << "_instance *instance"
       << parameters(interface.module->typeOfFunction(function.index), "*")
       << ");\n";
  if (!interface.functions.empty())
    os << "\n";
  for (const std::string &what : interface.leftOut)
    os << "/* Not for C: " << what << " */\n";
}

void HeaderWriter::printGlobals() {
  for (const LibraryExport &memory : interface.memories)
    os << formatv("/* Memory: its first byte, and its size in bytes now. */\n"
                  "uint8_t *{0}_{1}_data({0}_instance *instance);\n"
                  "uint64_t {0}_{1}_size({0}_instance *instance);\n",
                  ns, memory.name);
  for (const LibraryExport &global : interface.globals) {
    const GlobalType &type = globalType(global);
    os << formatv("{0} {1}_get_{2}({1}_instance *instance);\n",
                  cType(type.type), ns, global.name);
    if (type.isMutable)
      os << formatv("void {1}_set_{2}({1}_instance *instance, {0} value);\n",
                    cType(type.type), ns, global.name);
  }
}

// Several results are passed by pointers.
void HeaderWriter::printImports() {
  if (!interface.imports.empty())
    os << "\n/* Functions that the host defines. */\n";
  for (const LibraryImport &import : interface.imports) {
    const FuncType &type = *import.type;
    bool isDirect = returnsDirectly(type);
    FuncType passed = type;
    if (isDirect)
      passed.results.clear();
    std::string signature = signatureText(type);
    // The header of another module may want the same function.
    os << formatv("#ifndef WASMC_HOST_{0}__{1}\n#define WASMC_HOST_{0}__{1}\n",
                  import.symbol, signature)
       << (isDirect ? cType(type.results[0]) : "void") << " " << import.symbol
       << "(wasmc_instance *instance" << parameters(passed, "*") << ");\n"
       << "WASMC_ANYWHERE char " << signaturePrefix(import.symbol) << signature
       << " = 0;\n#endif\n";
  }
}

void HeaderWriter::printInterface() {
  os << formatv("typedef struct {0}_instance {{\n  wasmc_instance host;\n"
                "} {0}_instance;\n\n",
                ns);
  printCommonFunctions();
  printFunctions();
  printGlobals();
  printImports();
}

void HeaderWriter::printMethod(const LibraryExport &function) {
  const FuncType &type = interface.module->typeOfFunction(function.index);
  std::string params = parameters(type, "&");
  os << "  wasmc_status call_" << function.name << "("
     << StringRef(params).drop_front(params.empty() ? 0 : 2) << ") {\n"
     << "    return " << interface.symbol(function.name) << "(handle";
  for (auto [i, param] : enumerate(type.params))
    os << (isPassedByPointer(param) ? ", &p" : ", p") << i;
  for (size_t i = 0; i < type.results.size(); ++i)
    os << ", &r" << i;
  os << ");\n  }\n";
}

void HeaderWriter::printAccessors() {
  for (const LibraryExport &memory : interface.memories)
    os << formatv("  uint8_t *{1}_data() {{ return {0}_{1}_data(handle); }\n"
                  "  uint64_t {1}_size() {{ return {0}_{1}_size(handle); }\n",
                  ns, memory.name);
  for (const LibraryExport &global : interface.globals) {
    const GlobalType &type = globalType(global);
    os << formatv("  {0} get_{2}() {{ return {1}_get_{2}(handle); }\n",
                  cType(type.type), ns, global.name);
    if (type.isMutable)
      os << formatv(
          "  void set_{2}({0} value) {{ {1}_set_{2}(handle, value); }\n",
          cType(type.type), ns, global.name);
  }
}

// The instance as an object: freed at its end, and not to be copied.
void HeaderWriter::printClass() {
  os << formatv(R"(
/* The instance as an object. */
class {0}_module {{
public:
  explicit {0}_module(void *user = nullptr)
      : state({0}_instantiate(&handle, user)) {{}
  ~{0}_module() {{
    if (handle)
      {0}_free(handle);
  }
  {0}_module(const {0}_module &) = delete;
  {0}_module &operator=(const {0}_module &) = delete;

  /* Whether it could be instantiated. */
  wasmc_status status() const {{ return state; }
  {0}_instance *instance() {{ return handle; }
)",
                ns);
  for (const LibraryExport &function : interface.functions)
    printMethod(function);
  printAccessors();
  os << formatv("\nprivate:\n  {0}_instance *handle = nullptr;\n"
                "  wasmc_status state;\n};\n",
                ns);
}

static std::string interfaceText(const LibraryInterface &interface) {
  std::string text;
  raw_string_ostream os(text);
  HeaderWriter(interface, os).printInterface();
  return os.str();
}

std::string LibraryInterface::fingerprint() const {
  return utohexstr(xxh3_64bits(interfaceText(*this)), /*LowerCase=*/true);
}

std::string libraryHeader(const LibraryInterface &interface) {
  StringRef ns = interface.nameSpace;
  std::string hash = interface.fingerprint(), text;
  raw_string_ostream os(text);
  os << formatv(R"(/* The WebAssembly module {0} for a host in C or C++.
 * Written by wasmc; see docs/Embedding.md. */

#ifdef WASMC_NAMESPACE_{0}
#if WASMC_NAMESPACE_{0} != 0x{1}
#error "two modules have the namespace {0}: give one another by --namespace="
#endif
#else
#define WASMC_NAMESPACE_{0} 0x{1}

#include <stdint.h>

#ifdef __cplusplus
extern "C" {{
#endif

)",
                ns, hash);
  printCommon(os);
  os << interfaceText(interface);
  os << formatv(R"(
/* Without this symbol, the library is not the one this header is for. */
void {0}_interface_{1}(void);
#if defined(__GNUC__)
__attribute__((used))
#endif
static void (*const {0}_interface)(void) = {0}_interface_{1};

#ifdef __cplusplus
}
)",
                ns, hash);
  HeaderWriter(interface, os).printClass();
  os << "#endif\n#endif\n";
  return os.str();
}

} // namespace wasmc
