// What a script says about a module without running it.

#ifndef WASMC_WAST_MODULEASSERTIONS_H
#define WASMC_WAST_MODULEASSERTIONS_H

#include "Frontend/ModuleReader.h"
#include "Frontend/Text/Script.h"

namespace wasmc {

// Decodes and validates the module, whose bytes must outlive the result. The
// error's text is what a user would read.
llvm::Expected<std::unique_ptr<Module>> loadModule(const ScriptModule &module,
                                                   const ReaderOptions &reader);

// Whether `message` gives the expected reason: it begins with it, but for what
// that says after a colon.
bool givesReason(llvm::StringRef message, llvm::StringRef expected);

// Checks assert_invalid, assert_malformed and their custom forms: why the
// assertion fails, or "".
std::string checkModuleAssertion(const ScriptCommand &command,
                                 const ReaderOptions &reader);

} // namespace wasmc

#endif
