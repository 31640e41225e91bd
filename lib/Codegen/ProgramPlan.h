// Decisions about a program as a whole: its modules in the order of their
// instantiation, which of them starts it, whose memory is the main one, and
// what all modules must agree on (numbers of types, the calling convention).

#ifndef WASMC_CODEGEN_PROGRAMPLAN_H
#define WASMC_CODEGEN_PROGRAMPLAN_H

#include "InstanceState.h"
#include "Library.h"
#include "ModulePlan.h"
#include <map>

namespace wasmc {

struct ScriptProgram;

struct ProgramPlan {
  explicit ProgramPlan(const CodegenOptions &options) : options(options) {}
  ProgramPlan(const ProgramPlan &) = delete;

  const CodegenOptions &options;
  std::vector<std::unique_ptr<ModulePlan>> units;
  // What the program runs after instantiation; no unit if it has no entry.
  Definition entry;
  const ScriptProgram *script = nullptr; // what it runs instead, if anything
  // Of the unit that has the entry, the memory that WASI uses; else the first
  // such memory. The runtime knows it as wasmc_memory.
  Definition mainMemory;
  // Whether WASI functions are called on different memories: then each call
  // says which.
  bool switchesWasiMemory = false;
  // Whether the guest starts threads. Each gets an instance of its own: what
  // instances change is thread-local then.
  bool startsThreads = false;
  Definition threadEntry;     // wasi_thread_start
  bool usesTailCalls = false; // any return_call in any module
  // Whether code of any module throws or catches.
  bool usesExceptions = false;
  bool growsMemory = false; // any memory.grow
  // Whether several threads may run its code.
  bool hasThreads() const { return startsThreads || script; }
  // What a host in C has to do with; null if it has nothing to.
  std::unique_ptr<LibraryInterface> host;
  // What each of many instances has of its own.
  InstanceBlock instances;
  // Of equal types, by their key.
  std::map<std::string, uint32_t> typeNumbers;
};

// Fails with every import that nothing provides or whose type does not match,
// or if there is no entry although options.entry names one.
llvm::Expected<std::unique_ptr<ProgramPlan>>
planProgram(llvm::ArrayRef<ProgramUnit> units, const ReaderOptions &reader,
            const CodegenOptions &options, bool singlePartition);

// A name as part of a symbol: printable ASCII stays.
std::string symbolText(llvm::StringRef name);

} // namespace wasmc

#endif
