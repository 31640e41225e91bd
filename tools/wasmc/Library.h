// Writes what a host in C links and includes.

#ifndef WASMC_TOOLS_LIBRARY_H
#define WASMC_TOOLS_LIBRARY_H

#include "Codegen/Compile.h"
#include "Options.h"
#include "Output.h"

namespace wasmc {

// Finds out what the host's objects on the command line define.
llvm::Error readHostObjects(DriverOptions &options);

// The module's objects and what they need of the runtime, as members of an
// archive.
llvm::Error writeArchive(const DriverOptions &options,
                         const CompileResult &compiled);

// The objects that make a library as one object: for the linker to join, or
// joined.
llvm::Expected<std::vector<llvm::SmallVector<char, 0>>>
objectsOfLibrary(const DriverOptions &options, const CompileResult &compiled);

// What went wrong with a link, with what may not be known about it.
llvm::Error explainLink(const DriverOptions &options, llvm::Error error);

bool isDll(const DriverOptions &options);
// Where the linker is to write the import library of a DLL.
std::string importLibraryFile(const TempDir &temps);
// Writes a DLL, and its import library beside it. `linkInto` runs the linker,
// which writes into the DLL what its file is called.
llvm::Error
writeDll(const DriverOptions &options, const TempDir &temps, OutputFile &output,
         llvm::function_ref<llvm::Error(const std::string &path)> linkInto);

// The header to `path`.
llvm::Error writeHeader(const std::string &path, const CompileResult &compiled);

} // namespace wasmc

#endif
