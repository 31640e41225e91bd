// Recognises the function that compilers call for 128-bit products.
//
// WebAssembly has no 64 x 64 -> 128 bit multiplication, so compiler-rt's
// __multi3 makes one of four 32-bit products. The processor has an instruction
// for it. The function is known by what it computes, not by its name: the two
// values it stores, as sums of products, are compared with the definition.

#ifndef WASMC_CODEGEN_WIDEMULTIPLY_H
#define WASMC_CODEGEN_WIDEMULTIPLY_H

#include "Frontend/Module.h"
#include "Frontend/ReaderOptions.h"
#include <optional>

namespace wasmc {

// (i32 p, i64 aLow, i64 aHigh, i64 bLow, i64 bHigh) stores the low 128 bits of
// a * b at p, and does nothing else. An optimiser of modules takes parameters
// away that are always zero, so either high half, or both, may be missing.
struct WideMultiply {
  uint32_t memory = 0;
  bool highFirst = false; // the order of the two stores
  // The parameters that are the halves; 0: the half is zero.
  uint32_t aLow = 1, aHigh = 2, bLow = 3, bHigh = 4;
};

// Whether the defined, validated function is one.
std::optional<WideMultiply> matchWideMultiply(const Module &module,
                                              uint32_t funcidx,
                                              const ReaderOptions &options);

} // namespace wasmc

#endif
