// Recognises functions of C libraries that a module carries with it.
//
// A module has its own memcpy, strlen and so on, in instructions of at most 8
// bytes; ours (EmitKnown.cpp) take 16 bytes at a time and more. They are known
// by every byte of their bodies, not by their names, which are often stripped.
// The body stays: it runs where our code would not do the same, such as at the
// end of memory, where it traps half way.

#ifndef WASMC_CODEGEN_KNOWNFUNCTIONS_H
#define WASMC_CODEGEN_KNOWNFUNCTIONS_H

#include "Frontend/Module.h"
#include "llvm/ADT/DenseMap.h"

namespace wasmc {

// What a known function does, by its name in the C library.
enum class KnownFunction : uint8_t {
  Memcpy,
  Memmove,
  Memset,
  Memcmp,
  Memchr,
  Strlen,
  Strcmp,
  Strncmp,
  Strchrnul,
  Stpcpy,
};

// Whether it compares strings.
constexpr bool comparesStrings(KnownFunction function) {
  return function == KnownFunction::Strcmp ||
         function == KnownFunction::Strncmp;
}

// The known functions among those that the module defines, by funcidx.
llvm::DenseMap<uint32_t, KnownFunction>
findKnownFunctions(const Module &module);

} // namespace wasmc

#endif
