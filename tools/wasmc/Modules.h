// The modules of a program: read, assembled if they are text, decoded, and put
// into the order of their instantiation.

#ifndef WASMC_TOOLS_MODULES_H
#define WASMC_TOOLS_MODULES_H

#include "Codegen/Compile.h"
#include "Frontend/Text/Text.h"
#include "Options.h"
#include "llvm/Support/FileSystem.h"
#include <memory>
#include <optional>

namespace wasmc {

// A module and what its parts point into.
struct LoadedModule {
  InputModule input;
  std::string bytes;                 // as they were read
  std::optional<AssembledText> text; // if those are text
  std::unique_ptr<Module> module;
  // Of the file, before it was read; none if it is not a regular one.
  std::optional<llvm::sys::fs::file_status> status;

  llvm::StringRef binary() const {
    return text ? llvm::StringRef(text->binary) : llvm::StringRef(bytes);
  }
  // For messages.
  llvm::StringRef displayName() const {
    return input.path == "-" ? llvm::StringRef("<stdin>")
                             : llvm::StringRef(input.path);
  }
  // `error` at lines and columns, if the module is text.
  llvm::Error locate(llvm::Error error) const {
    return text ? text->locate(std::move(error)) : std::move(error);
  }
};

// Each at an address of its own: modules point into their bytes.
using LoadedModules = std::vector<std::unique_ptr<LoadedModule>>;

// Notes which file `module` is about to be read from.
void noteFile(LoadedModule &module);

// Fails if a module is no longer what was read: a build system that compares
// times would take the output for one of the new module.
llvm::Error checkUnchanged(const LoadedModules &modules);

// Whether the bytes that were read are a module as text.
bool isText(const DriverOptions &options, const LoadedModule &module);

// The modules as a program: an import comes from the module of that name. Fails
// if they import each other in a circle. `modules` get their order, and must
// outlive the result.
llvm::Expected<std::vector<ProgramUnit>> orderModules(LoadedModules &modules);

} // namespace wasmc

#endif
