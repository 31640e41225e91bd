// A validated module in, objects or text out: the whole code generator behind
// one call.

#ifndef WASMC_CODEGEN_COMPILE_H
#define WASMC_CODEGEN_COMPILE_H

#include "Frontend/Module.h"
#include "Frontend/ModuleReader.h"
#include "Options.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace wasmc {

enum class OutputKind {
  Object,
  Assembly,
  LLVM, // textual IR, after optimisation
  Bitcode,
};

struct CompileRequest {
  OutputKind kind = OutputKind::Object;
  // One output instead of one a partition (for -S, -emit-llvm, -c).
  bool singlePartition = false;
  // Called from worker threads after each finished partition.
  std::function<void(unsigned done, unsigned total)> progress;
};

struct CompileResult {
  // In partition order; which partitions exist depends on the module alone,
  // never on the number of threads. The main partition (start-up, tables,
  // data, policy) is the last.
  std::vector<llvm::SmallVector<char, 0>> outputs;
  // Names of the runtime's WASI entry points the program imports.
  std::vector<std::string> wasiImports;
};

// Imports that neither WASI nor the runtime provides are gathered into one
// error that lists them all with their types.
llvm::Expected<CompileResult> compileModule(const Module &module,
                                            const ReaderOptions &reader,
                                            const CodegenOptions &options,
                                            const CompileRequest &request);

// For --target and --print-targets.
std::string tripleOf(TargetKind target);
// False if LLVM does not know the CPU or a feature; `message` says which.
bool checkCpu(const CodegenOptions &options, std::string &message);
// Resolves "native" to the host CPU's name and features.
void resolveNativeCpu(CodegenOptions &options);

} // namespace wasmc

#endif
