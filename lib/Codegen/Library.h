// What the host of a module sees of it, in C: which functions there are, and
// how they are named. The header and the code are made from the same list.
//
// Only numbers and vectors pass between a host and a module, and vectors by a
// pointer. Symbols:
//   <namespace>_<export>      an exported function; of a memory and a global,
//                             functions that give their contents
//   <module>_<name>           a function that the host defines for an import
//   <namespace>_interface_<hash>  defined by the module, wanted by what was
//                             compiled with its header: they must fit
//   wasmc_sig_<symbol>__<signature>  defined where such a function is, with the
//                             type that the header gave it

#ifndef WASMC_CODEGEN_LIBRARY_H
#define WASMC_CODEGEN_LIBRARY_H

#include "Frontend/Module.h"
#include "Frontend/Types.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace wasmc {

struct ProgramPlan;

// A function that C can call or define: its values are numbers and vectors.
bool isHostType(const FuncType &type);

// What C has no type of: a pointer stands for it.
inline bool isPassedByPointer(ValType type) {
  return type.kind == ValType::Kind::V128;
}

// Whether a function of the host returns its result; else pointers after the
// parameters say where results go.
inline bool returnsDirectly(const FuncType &type) {
  return type.results.size() == 1 && !isPassedByPointer(type.results[0]);
}

// `text` as a part of a C identifier.
std::string identifierText(llvm::StringRef text);

// The function that a host defines for an import.
std::string hostSymbol(llvm::StringRef module, llvm::StringRef name);

// The symbol that tells the type of such a function, and what all of its begin
// with. The signature is a letter for each parameter, "_" and one for each
// result: i I f F V, or v for none.
std::string signaturePrefix(llvm::StringRef symbol);
std::string signatureText(const FuncType &type);
// The type of a signature; no value if it is none.
std::optional<FuncType> signatureType(llvm::StringRef text);

// Something that a module exports.
struct LibraryExport {
  std::string name; // in C, with the namespace
  std::string exported;
  uint32_t index;
};

// A function that the host defines.
struct LibraryImport {
  std::string symbol;
  std::string imported; // "module.name"
  const FuncType *type;
};

struct LibraryInterface {
  std::string nameSpace;
  bool hasManyInstances = false;
  const Module *module = nullptr;
  std::vector<LibraryExport> functions, globals, memories;
  // Exports that C cannot use, each with the reason.
  std::vector<std::string> leftOut;
  std::vector<LibraryImport> imports;

  // Of the functions that every library has: "instantiate", for example.
  std::string symbol(llvm::StringRef name) const {
    return nameSpace + "_" + name.str();
  }
  // What fits header and module together; found from the rest.
  std::string fingerprint() const;
};

// Of the last unit, with what all units import. Host functions of one name that
// are imported with different types are an error.
llvm::Expected<LibraryInterface> libraryInterface(const ProgramPlan &program);

// The C header.
std::string libraryHeader(const LibraryInterface &interface);

// Every symbol that a library defines for its host, sorted.
std::vector<std::string> librarySymbols(const LibraryInterface &interface);

} // namespace wasmc

#endif
