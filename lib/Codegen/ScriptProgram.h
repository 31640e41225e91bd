// A program that runs the commands of a test script instead of an entry: it
// makes calls with constant arguments and reports what each did (abi/script.h).

#ifndef WASMC_CODEGEN_SCRIPTPROGRAM_H
#define WASMC_CODEGEN_SCRIPTPROGRAM_H

#include "abi/script.h"
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace wasmc {

// Something that a script calls.
struct ScriptFunction {
  enum class Kind {
    Instantiate, // the unit
    Call,        // function `index`
    Get,         // global `index`
  };
  Kind kind;
  size_t unit; // of the program's units
  uint32_t index;

  bool operator<(const ScriptFunction &o) const {
    return std::tie(kind, unit, index) < std::tie(o.kind, o.unit, o.index);
  }
};

struct ScriptProgram {
  // What the commands call by its number; no two are the same.
  std::vector<ScriptFunction> functions;
  std::string commands; // as abi/script.h describes them
  uint32_t numThreads = 0;
};

} // namespace wasmc

#endif
