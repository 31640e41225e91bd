// Validated modules in, objects or text out: the whole code generator behind
// one call.

#ifndef WASMC_CODEGEN_COMPILE_H
#define WASMC_CODEGEN_COMPILE_H

#include "Frontend/Module.h"
#include "Frontend/ModuleReader.h"
#include "Options.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wasmc {

enum class OutputKind {
  Object,
  Assembly,
  LLVM, // textual IR, after optimisation
  Bitcode,
};

// One module of a program. They are instantiated in the order in which they
// are given.
struct ProgramUnit {
  const Module *module;
  // For backtraces, dumps and, if there are several units, symbols.
  std::string name;
  // By the module name of an import, the earlier unit whose exports provide it.
  // What is not listed is WASI's.
  std::map<std::string, size_t, std::less<>> providers;
};

struct ScriptProgram;

// Keeps what was compiled from one run of wasmc to the next. Called by several
// threads at once.
class PartitionCache {
public:
  virtual ~PartitionCache() = default;
  // What a key stands for besides the code: the compiler and its options.
  virtual llvm::StringRef salt() const = 0;
  // What was stored under `key`, if it is there.
  virtual std::optional<llvm::SmallVector<char, 0>>
  find(llvm::StringRef key) = 0;
  virtual void store(llvm::StringRef key, llvm::ArrayRef<char> object) = 0;
};

struct CompileRequest {
  OutputKind kind = OutputKind::Object;
  // One output instead of one a partition (for -S, -emit-llvm, -c).
  bool singlePartition = false;
  PartitionCache *cache = nullptr; // may be none
  // Called from worker threads after each finished partition.
  std::function<void(unsigned done, unsigned total)> progress;
  // Called, never twice at a time, for what was not optimised, and why.
  std::function<void(const llvm::Twine &text)> remark;
  // No output but the header.
  bool onlyHeader = false;
  // The program runs these commands instead of its entry; it instantiates only
  // what they say.
  const ScriptProgram *script = nullptr;
};

struct CompileResult {
  // In partition order; which partitions exist depends on the modules alone,
  // never on the number of threads. The main partition (start-up, policy) is
  // the last.
  std::vector<llvm::SmallVector<char, 0>> outputs;
  // What a host in C needs, if there can be one: the header, and the symbols
  // that a library defines for it.
  std::string header;
  std::vector<std::string> librarySymbols;
};

// Compiles the modules of a program together: imports are resolved here, and
// those that nothing provides are gathered into one error that lists them all
// with their types.
llvm::Expected<CompileResult> compileProgram(llvm::ArrayRef<ProgramUnit> units,
                                             const ReaderOptions &reader,
                                             const CodegenOptions &options,
                                             const CompileRequest &request);

// Whether the last unit could be instantiated after the others: the error that
// compileProgram() would give, without compiling anything.
llvm::Error checkImports(llvm::ArrayRef<ProgramUnit> units,
                         const CodegenOptions &options);

// For --target and --print-targets.
std::string tripleOf(TargetKind target);
// False if LLVM does not know the CPU or a feature; `message` says which.
bool checkCpu(const CodegenOptions &options, std::string &message);
// Resolves "native" to the host CPU's name and features.
void resolveNativeCpu(CodegenOptions &options);

} // namespace wasmc

#endif
