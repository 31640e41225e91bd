// Builds modules byte by byte for the tests of the frontend.

#ifndef WASMC_UNITTESTS_FRONTEND_MODULEBYTES_H
#define WASMC_UNITTESTS_FRONTEND_MODULEBYTES_H

#include "Frontend/ModuleReader.h"
#include <memory>
#include <string>
#include <vector>

namespace wasmc {

using Bytes = std::string;

// hex("7f 00") is two bytes; any other text in a test is written as is.
Bytes hex(llvm::StringRef digits);

// An unsigned LEB128 number.
Bytes uleb(uint64_t value);

Bytes preamble();

// A section of hexadecimal content with its size.
Bytes section(uint8_t id, const Bytes &content);

// A body with its size: no locals unless `locals` spells out their vector.
Bytes body(llvm::StringRef code, llvm::StringRef locals = "00");

// A module of one function, of the type `type` ("60 00 00"), which has a table
// of 1 function, a memory of 1 page, and a mutable and a constant global of
// i32. Type 1 is (i32, i64) -> (f32, f64).
Bytes oneFunction(llvm::StringRef type, llvm::StringRef code,
                  llvm::StringRef locals = "00");

// "" if the module and its bodies are valid, else the error with its offset.
std::string check(const Bytes &module,
                  const ReaderOptions &options = ReaderOptions());

// The same for oneFunction(), without the offset and the context.
std::string checkCode(llvm::StringRef type, llvm::StringRef code,
                      llvm::StringRef locals = "00");

// A module that must be valid.
std::unique_ptr<Module> mustRead(const Bytes &module);

} // namespace wasmc

#endif
